package vn.giaouoc.integration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.campaign.CampaignAccess;
import vn.giaouoc.document.Papers;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.document.Printed;
import vn.giaouoc.document.PrintedPapers;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.NotFound;

/** The papers of a campaign – plan, reports, changes, each with its tờ trình – as DOCX and PDF. */
@RestController
@RequestMapping("/api/v1/campaigns/{code}/papers")
@Tag(name = "papers", description = "Văn bản của phong trào")
class PaperController {

    private final Papers papers;
    private final PrintedPapers printed;
    private final CampaignAccess access;
    private final CurrentActor actor;

    PaperController(Papers papers, PrintedPapers printed, CampaignAccess access, CurrentActor actor) {
        this.papers = papers;
        this.printed = printed;
        this.access = access;
        this.actor = actor;
    }

    /** Units read what was issued; what the offices said about it on its way is theirs. */
    @GetMapping
    @Operation(operationId = "listPapers", summary = "Các văn bản của phong trào được xem",
            description = "Đơn vị chỉ thấy văn bản đã ban hành, không kèm quá trình xem xét (steps).")
    List<PaperView> list(@PathVariable String code) {
        Actor reader = actor.get();
        access.requireVisible(reader, code);
        boolean all = access.readsDrafts(reader, code);
        return papers.ofCase(code).stream().filter(paper -> all || paper.issued()).map(paper -> all ? paper : paper.withoutSteps()).toList();
    }

    @GetMapping("/{part}/{document}/{format}")
    @Operation(operationId = "printPaper", summary = "Bản in của văn bản, hoặc của tờ trình kèm theo",
            description = "404 với văn bản ban hành ngoài hệ thống (xem bản đã ký đính kèm). Tờ trình chỉ dành cho cơ quan soạn thảo, xét duyệt.")
    @ApiResponse(responseCode = "200", content = {
        @Content(mediaType = MediaType.APPLICATION_PDF_VALUE, schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = PrintedAnswer.DOCX, schema = @Schema(type = "string", format = "binary"))})
    ResponseEntity<byte[]> print(@PathVariable String code, @PathVariable String part, @PathVariable PrintedAnswer.Document document,
                                 @PathVariable PrintedAnswer.Format format) {
        PaperView paper = list(code).stream().filter(one -> one.id().equals(code + "/" + part)).findFirst()
                .orElseThrow(() -> new NotFound("Không tìm thấy văn bản " + part + " của phong trào " + code + "."));
        boolean submission = document == PrintedAnswer.Document.SUBMISSION;
        if (submission && !access.readsDrafts(actor.get(), code)) {
            throw new NotFound("Không tìm thấy tờ trình của văn bản " + part + ".");
        }
        Printed print = submission ? printed.submission(paper.id()) : printed.paper(paper.id());
        return PrintedAnswer.of(print, format, (submission ? "to-trinh-" : "") + code + "-" + part);
    }
}
