package vn.giaouoc.integration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

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

    /** What is printed: the paper, or the tờ trình that goes with it. */
    enum What { PAPER, SUBMISSION }

    /** In which form. */
    enum Form { DOCX, PDF }

    @GetMapping
    @Operation(summary = "Các văn bản của phong trào được xem")
    List<PaperView> list(@PathVariable String code) {
        Actor reader = actor.get();
        access.requireVisible(reader, code);
        return papers.ofCase(code).stream().filter(paper -> paper.issued() || access.isListReader(reader, code)).toList();
    }

    @GetMapping("/{part}/{what}/{form}")
    @Operation(summary = "Văn bản hoặc tờ trình dạng DOCX, PDF", description = "part: phần sau mã phong trào (KH, BC1, DC1, TH1).")
    ResponseEntity<byte[]> print(@PathVariable String code, @PathVariable String part, @PathVariable What what, @PathVariable Form form) {
        PaperView paper = list(code).stream().filter(one -> one.id().equals(code + "/" + part)).findFirst()
                .orElseThrow(() -> new NotFound("Không tìm thấy văn bản " + part + " của phong trào " + code + "."));
        Printed print = what == What.PAPER ? printed.paper(paper.id()) : printed.submission(paper.id());
        String name = (what == What.PAPER ? "" : "to-trinh-") + code + "-" + part + "." + form.name().toLowerCase(Locale.ROOT);
        return ResponseEntity.ok().contentType(form == Form.PDF ? MediaType.APPLICATION_PDF : DOCX)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(form == Form.PDF ? print.pdf() : print.docx());
    }
}
