package vn.giaouoc.integration;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.change.ChangeKind;
import vn.giaouoc.change.Changes;
import vn.giaouoc.change.ChangeView;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.report.Consolidation;
import vn.giaouoc.report.Period;
import vn.giaouoc.report.PeriodDetail;
import vn.giaouoc.report.Periods;
import vn.giaouoc.report.UnitReportDetail;
import vn.giaouoc.report.UnitReportRow;
import vn.giaouoc.report.UnitReports;
import vn.giaouoc.report.WorkReport;
import vn.giaouoc.report.WorkRow;
import vn.giaouoc.report.Works;
import vn.giaouoc.shared.Page;

/** The life of a campaign after its launch: reports, works, amendments. "Theo dõi phong trào" reads the same. */
@RestController
@RequestMapping("/api/v1/campaigns/{code}")
@Tag(name = "reports", description = "Báo cáo, công trình, phần việc, điều chỉnh của phong trào")
class ReportController {

    private final Periods periods;
    private final Consolidation consolidation;
    private final UnitReports reports;
    private final Works works;
    private final Changes changes;
    private final CurrentActor actor;

    ReportController(Periods periods, Consolidation consolidation, UnitReports reports, Works works, Changes changes,
                     CurrentActor actor) {
        this.periods = periods;
        this.consolidation = consolidation;
        this.reports = reports;
        this.works = works;
        this.changes = changes;
        this.actor = actor;
    }

    /** @param state done or dropped: a work is not settled as under way */
    record Settlement(@Schema(requiredMode = REQUIRED, allowableValues = {"DONE", "DROPPED"}) WorkReport.State state,
                      @Schema(requiredMode = REQUIRED) String note) {
    }

    record NewChange(@Schema(requiredMode = REQUIRED) ChangeKind kind) {
    }

    /** Number of the change, from 1. */
    record Begun(int seq) {
    }

    @GetMapping("/reports")
    @Operation(operationId = "listPeriods", summary = "Các kỳ báo cáo của phong trào")
    List<Period> periods(@PathVariable String code) {
        return periods.list(actor.get(), code);
    }

    @GetMapping("/reports/{seq}")
    @Operation(operationId = "getPeriod", summary = "Một kỳ báo cáo với số liệu tổng hợp",
            description = "Trước khi cơ quan thường trực trình báo cáo, số liệu là tại thời điểm đọc; sau đó là số liệu đã trình.")
    PeriodDetail period(@PathVariable String code, @PathVariable int seq) {
        return consolidation.detail(actor.get(), code, seq);
    }

    @GetMapping("/reports/{seq}/units")
    @Operation(operationId = "listUnitReports", summary = "Báo cáo của các đơn vị trong một kỳ")
    Page<UnitReportRow> units(@PathVariable String code, @PathVariable int seq,
                              @Parameter(schema = @Schema(
                                      allowableValues = {"all", "reported", "missing", "late", "inactive", "blocked", "cancelled"}))
                              @RequestParam(defaultValue = "all") String state, @RequestParam(defaultValue = "0") int offset,
                              @RequestParam(defaultValue = "50") int limit) {
        return reports.list(actor.get(), code, seq, state, offset, limit);
    }

    @GetMapping("/reports/{seq}/units/{unit}")
    @Operation(operationId = "getUnitReport", summary = "Báo cáo của một đơn vị kèm tệp")
    UnitReportDetail unit(@PathVariable String code, @PathVariable int seq, @PathVariable String unit) {
        return reports.detail(actor.get(), code, seq, unit);
    }

    @GetMapping("/works")
    @Operation(operationId = "listWorks", summary = "Công trình, phần việc đã đăng ký và kết quả")
    Page<WorkRow> works(@PathVariable String code,
                        @Parameter(schema = @Schema(allowableValues = {"all", "open", "done", "dropped"}))
                        @RequestParam(defaultValue = "all") String state,
                        @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
        return works.list(actor.get(), code, state, offset, limit);
    }

    @PostMapping("/works/{unit}/{seq}/settlement")
    @Operation(operationId = "settleWork", summary = "Sở Nội vụ, cơ quan thường trực ghi nhận kết quả một công trình, phần việc còn mở",
            description = "409 khi đã ghi nhận kết quả.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void settle(@PathVariable String code, @PathVariable String unit, @PathVariable int seq, @RequestBody Settlement body) {
        works.settle(actor.get(), code, unit, seq, body.state(), body.note());
    }

    @GetMapping("/changes")
    @Operation(operationId = "listChanges", summary = "Các lần điều chỉnh, thu hồi với nội dung thay đổi",
            description = "Đơn vị chỉ thấy những lần đã có hiệu lực.")
    List<ChangeView> changes(@PathVariable String code) {
        return changes.list(actor.get(), code);
    }

    @PostMapping("/changes")
    @Operation(operationId = "beginChange", summary = "Đề nghị điều chỉnh hoặc thu hồi phong trào đã ban hành",
            description = "Việc soạn thảo được giao cho cơ quan soạn thảo kế hoạch. 409 khi đang có một đề nghị chưa xong, "
                    + "hoặc phong trào chưa ban hành, đã kết thúc.")
    @ResponseStatus(HttpStatus.CREATED)
    Begun begin(@PathVariable String code, @RequestBody NewChange body) {
        return new Begun(changes.begin(actor.get(), code, body.kind()));
    }
}
