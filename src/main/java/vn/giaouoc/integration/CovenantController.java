package vn.giaouoc.integration;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.covenant.BaselineRow;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantRecords;
import vn.giaouoc.covenant.CovenantView;
import vn.giaouoc.covenant.MemberState;
import vn.giaouoc.covenant.TargetMeaning;
import vn.giaouoc.platform.security.CurrentActor;

/** Covenants of a bloc in one year, for other systems: state, targets, signing, baseline; the beginning of an amendment. */
@RestController
@RequestMapping(path = "/api/v1/covenants/{blocYear}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Giao ước thi đua")
class CovenantController {

    private final CovenantQueries covenants;
    private final CovenantRecords records;
    private final CurrentActor actor;

    CovenantController(CovenantQueries covenants, CovenantRecords records, CurrentActor actor) {
        this.covenants = covenants;
        this.records = records;
        this.actor = actor;
    }

    record NewAmendment(@Schema(requiredMode = REQUIRED) String reason) {
    }

    /** @param version of the covenant that is being made */
    record AmendmentBegun(int version) {
    }

    @GetMapping
    @Operation(operationId = "getCovenant", summary = "Giao ước mới nhất của khối trong năm công tác",
            description = "Dự thảo, ý kiến và lý do của thành viên khác chỉ Trưởng khối và cơ quan quản lý đọc được. "
                    + "404 khi chưa có giao ước.")
    CovenantView latest(@PathVariable String blocYear) {
        return covenants.latest(actor.get(), blocYear);
    }

    @GetMapping("/versions")
    @Operation(operationId = "listCovenants", summary = "Mọi bản giao ước của khối trong năm, kể cả bản đã được thay thế")
    List<CovenantView> versions(@PathVariable String blocYear) {
        return covenants.versions(actor.get(), blocYear);
    }

    @GetMapping("/versions/{version}")
    @Operation(operationId = "getCovenantVersion", summary = "Một bản giao ước")
    CovenantView version(@PathVariable String blocYear, @PathVariable int version) {
        return covenants.version(actor.get(), blocYear, version);
    }

    @GetMapping("/targets")
    @Operation(operationId = "listCovenantTargets", summary = "Chỉ tiêu của giao ước mới nhất quy ra số người, số đơn vị",
            description = "Theo từng thành viên và chung của khối; tính theo số người thành viên đã đăng ký.")
    List<TargetMeaning> targets(@PathVariable String blocYear) {
        return covenants.meanings(actor.get(), covenants.latest(actor.get(), blocYear).key());
    }

    @GetMapping("/members")
    @Operation(operationId = "listCovenantMembers", summary = "Tình trạng góp ý, đăng ký, ký của từng thành viên với giao ước mới nhất")
    List<MemberState> members(@PathVariable String blocYear) {
        return covenants.latest(actor.get(), blocYear).members();
    }

    @GetMapping("/baseline")
    @Operation(operationId = "getCovenantBaseline", summary = "Chỉ tiêu Sở Nội vụ đã ghi nhận, bằng số, làm căn cứ chấm điểm",
            description = "Bản ghi nhận mới nhất, hoặc của một bản giao ước. Trống khi chưa ghi nhận.")
    List<BaselineRow> baseline(@PathVariable String blocYear, @RequestParam(required = false) Integer version) {
        return covenants.baseline(actor.get(), blocYear, version);
    }

    @PostMapping("/amendments")
    @Operation(operationId = "beginCovenantAmendment", summary = "Bắt đầu điều chỉnh giao ước đã ghi nhận",
            description = "Trưởng khối hoặc Sở Nội vụ. Bản đang có vẫn có hiệu lực đến khi bản điều chỉnh được ghi nhận; "
                    + "mọi thành viên ký lại. "
                    + "409 khi giao ước chưa được ghi nhận, hoặc đang có một lần điều chỉnh chưa xong.")
    @ResponseStatus(HttpStatus.CREATED)
    AmendmentBegun amend(@PathVariable String blocYear, @RequestBody NewAmendment body) {
        return new AmendmentBegun(records.beginAmendment(actor.get(), blocYear, body.reason()));
    }
}
