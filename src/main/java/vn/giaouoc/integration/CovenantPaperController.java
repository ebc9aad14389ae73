package vn.giaouoc.integration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.covenant.CovenantKey;
import vn.giaouoc.covenant.CovenantPapers;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.document.Printed;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.shared.Actor;

/** The papers of a covenant – the covenant itself, the list of registrations, the minutes – as DOCX and PDF. */
@RestController
@RequestMapping("/api/v1/covenants/{blocYear}/papers")
@Tag(name = "Giao ước thi đua")
class CovenantPaperController {

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final CovenantPapers papers;
    private final CovenantQueries covenants;
    private final CurrentActor actor;

    CovenantPaperController(CovenantPapers papers, CovenantQueries covenants, CurrentActor actor) {
        this.papers = papers;
        this.covenants = covenants;
        this.actor = actor;
    }

    enum Format { DOCX, PDF }

    @GetMapping("/{paper}/{format}")
    @Operation(operationId = "printCovenantPaper", summary = "Bản giao ước, danh sách đăng ký, biên bản hội nghị dưới dạng bản in",
            description = "Của giao ước mới nhất, hoặc của một bản. Khi giao ước đã được ghi nhận, bản in là đúng tệp đã lưu lúc ghi nhận. "
                    + "404 khi chưa có dự thảo, chưa họp, hoặc không được xem.")
    @ApiResponse(responseCode = "200", content = {
        @Content(mediaType = MediaType.APPLICATION_PDF_VALUE, schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = DOCX, schema = @Schema(type = "string", format = "binary"))})
    ResponseEntity<byte[]> print(@PathVariable String blocYear, @PathVariable CovenantPapers.Kind paper, @PathVariable Format format,
                                 @RequestParam(required = false) Integer version) {
        Actor reader = actor.get();
        String key = version == null ? covenants.latest(reader, blocYear).key() : CovenantKey.of(blocYear, version);
        return answer(papers.print(reader, key, paper), format, paper.fileName(key, ending(format)));
    }

    @GetMapping("/annexes/{annex}/{format}")
    @Operation(operationId = "printCovenantAnnex", summary = "Phụ lục kế thừa dưới dạng bản in",
            description = "Của giao ước mới nhất, hoặc của một bản. 404 khi chưa mở ký phụ lục, hoặc không được xem.")
    @ApiResponse(responseCode = "200", content = {
        @Content(mediaType = MediaType.APPLICATION_PDF_VALUE, schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = DOCX, schema = @Schema(type = "string", format = "binary"))})
    ResponseEntity<byte[]> annex(@PathVariable String blocYear, @PathVariable int annex, @PathVariable Format format,
                                 @RequestParam(required = false) Integer version) {
        Actor reader = actor.get();
        String key = version == null ? covenants.latest(reader, blocYear).key() : CovenantKey.of(blocYear, version);
        return answer(papers.printAnnex(reader, key, annex), format, CovenantPapers.annexFileName(key, annex, ending(format)));
    }

    private static String ending(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private static ResponseEntity<byte[]> answer(Printed print, Format format, String name) {
        return ResponseEntity.ok().contentType(format == Format.PDF ? MediaType.APPLICATION_PDF : MediaType.parseMediaType(DOCX))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(format == Format.PDF ? print.pdf() : print.docx());
    }
}
