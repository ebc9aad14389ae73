package vn.giaouoc.integration;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.document.Printed;
import vn.giaouoc.document.PrintedPapers;
import vn.giaouoc.midyear.MidYearAccess;
import vn.giaouoc.midyear.MidYearDetail;
import vn.giaouoc.midyear.MidYearReport;
import vn.giaouoc.midyear.MidYearReports;
import vn.giaouoc.midyear.RegisteredMidYear;
import vn.giaouoc.platform.security.CurrentActor;

/** The province's reports on the first half of a period. */
@RestController
@RequestMapping("/api/v1/mid-year-reports")
@Tag(name = "mid-year-reports", description = "Báo cáo sơ kết 6 tháng đầu năm toàn tỉnh")
class MidYearController {

    private final MidYearReports reports;
    private final MidYearAccess access;
    private final PrintedPapers printed;
    private final CurrentActor actor;

    MidYearController(MidYearReports reports, MidYearAccess access, PrintedPapers printed, CurrentActor actor) {
        this.reports = reports;
        this.access = access;
        this.printed = printed;
        this.actor = actor;
    }

    /** @param composition the decision that composed the blocs: {@code TL-2026-01} */
    record Opening(@Schema(requiredMode = REQUIRED) String composition) {
    }

    @GetMapping
    @Operation(operationId = "listMidYearReports", summary = "Các báo cáo sơ kết toàn tỉnh, kỳ mới nhất trước",
            description = "Chỉ các cơ quan quản lý thấy; người khác nhận danh sách rỗng.")
    List<MidYearReport> list() {
        return reports.list(actor.get());
    }

    @PostMapping
    @Operation(operationId = "openMidYearReport", summary = "Mở báo cáo sơ kết của một quyết định trước ngày dự kiến",
            description = "Gửi lại không mở thêm. Khối chưa sơ kết không làm chậm báo cáo, chỉ được nêu tên.")
    @ApiResponse(responseCode = "201", description = "Đã mở")
    @ApiResponse(responseCode = "200", description = "Đã được mở từ trước: cùng mã, không thay đổi gì")
    ResponseEntity<RegisteredMidYear> open(@RequestBody Opening body) {
        RegisteredMidYear opened = reports.open(actor.get(), body.composition());
        return opened.opened() ? ResponseEntity.created(URI.create("/api/v1/mid-year-reports/" + opened.code())).body(opened)
                : ResponseEntity.ok(opened);
    }

    @GetMapping("/{report}")
    @Operation(operationId = "getMidYearReport", summary = "Một báo cáo sơ kết toàn tỉnh với số liệu đã tổng hợp",
            description = "Trước khi Sở Nội vụ trình báo cáo, số liệu là tại thời điểm đọc; sau đó là số liệu đã trình.")
    MidYearDetail get(@PathVariable String report) {
        return reports.detail(actor.get(), report);
    }

    @GetMapping("/{report}/paper/{document}/{format}")
    @Operation(operationId = "printMidYearReport", summary = "Bản in của báo cáo sơ kết toàn tỉnh, hoặc của tờ trình kèm theo",
            description = "404 khi báo cáo chưa được trình.")
    @ApiResponse(responseCode = "200", content = {
        @Content(mediaType = MediaType.APPLICATION_PDF_VALUE, schema = @Schema(type = "string", format = "binary")),
        @Content(mediaType = PrintedAnswer.DOCX, schema = @Schema(type = "string", format = "binary"))})
    ResponseEntity<byte[]> print(@PathVariable String report, @PathVariable PrintedAnswer.Document document,
                                 @PathVariable PrintedAnswer.Format format) {
        access.requireVisible(actor.get(), report);
        boolean submission = document == PrintedAnswer.Document.SUBMISSION;
        String paper = MidYearReport.paperOf(report);
        Printed print = submission ? printed.submission(paper) : printed.paper(paper);
        return PrintedAnswer.of(print, format, (submission ? "to-trinh-" : "bao-cao-so-ket-") + report);
    }
}
