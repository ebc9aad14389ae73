package vn.giaouoc.integration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.AttachmentView;
import vn.giaouoc.platform.security.CurrentActor;

/** Files of cases, for other systems and for the links in the forms. */
@RestController
@RequestMapping("/api/v1/attachments")
@Tag(name = "attachments", description = "Tệp đính kèm của hồ sơ")
class AttachmentController {

    private final Attachments attachments;
    private final CurrentActor actor;

    AttachmentController(Attachments attachments, CurrentActor actor) {
        this.attachments = attachments;
        this.actor = actor;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ApiResponse(responseCode = "201", description = "Đã nhận tệp")
    @Operation(operationId = "uploadAttachment", summary = "Tải tệp lên, để nêu trong lời gọi tiếp theo",
            description = "PDF, DOCX, XLSX, ODT, PNG, JPEG theo nội dung; tối đa 20 MB. Trước khi dùng, tệp chỉ thuộc người tải lên.")
    ResponseEntity<AttachmentView> upload(@RequestPart("file") MultipartFile file) throws IOException {
        AttachmentView saved = attachments.upload(actor.get(), file.getOriginalFilename(), file.getBytes());
        return ResponseEntity.created(URI.create("/api/v1/attachments/" + saved.id())).body(saved);
    }

    @GetMapping("/{id}")
    @Operation(operationId = "getAttachment", summary = "Thông tin của tệp")
    AttachmentView get(@PathVariable UUID id) {
        return attachments.get(actor.get(), id);
    }

    /** Always as a download: nothing that was uploaded is ever shown inside our own pages. */
    @GetMapping("/{id}/content")
    @Operation(operationId = "getAttachmentContent", summary = "Nội dung của tệp")
    @ApiResponse(responseCode = "200", description = "Theo định dạng của tệp (mediaType)",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> content(@PathVariable UUID id) {
        AttachmentView file = attachments.get(actor.get(), id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .body(attachments.content(actor.get(), id));
    }
}
