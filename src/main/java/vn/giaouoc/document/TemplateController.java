package vn.giaouoc.document;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.giaouoc.platform.security.CurrentActor;

/** What the administrators' page of templates calls; administrators only, by the security chains. Not part of the public API. */
@RestController
@Hidden
@RequestMapping("/api/v1/templates")
class TemplateController {

    private final PaperTemplates templates;
    private final CurrentActor actor;

    TemplateController(PaperTemplates templates, CurrentActor actor) {
        this.templates = templates;
        this.actor = actor;
    }

    record TagView(String written, String meaning, String within) {
    }

    @GetMapping
    Map<String, Object> all() {
        return Map.of("versions", templates.all(), "tags", tags(PaperTags.ALL, null).toList());
    }

    @PostMapping(path = "/{code}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Map<String, Integer>> add(@PathVariable String code, @RequestPart("file") MultipartFile file,
                                             @RequestParam(required = false) String note) throws IOException {
        int version = templates.add(actor.get(), code, note, file.getBytes());
        return ResponseEntity.created(URI.create("/api/v1/templates/" + code + "/" + version)).body(Map.of("version", version));
    }

    @GetMapping("/{code}/{version}")
    ResponseEntity<byte[]> content(@PathVariable String code, @PathVariable int version) {
        return download(templates.content(code, version), FileKind.DOCX.mediaType, "%s-v%d.docx".formatted(code, version));
    }

    /** The version with sample texts, as it is printed. */
    @GetMapping("/{code}/{version}/sample")
    ResponseEntity<byte[]> sample(@PathVariable String code, @PathVariable int version) {
        return download(templates.sample(code, version), FileKind.PDF.mediaType, "%s-v%d.pdf".formatted(code, version));
    }

    private static ResponseEntity<byte[]> download(byte[] content, String mediaType, String name) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'").body(content);
    }

    private static Stream<TagView> tags(List<PaperTag> tags, String within) {
        return tags.stream().flatMap(tag -> Stream.concat(Stream.of(new TagView(tag.written(), tag.meaning(), within)),
                tags(tag.inner(), tag.name())));
    }
}
