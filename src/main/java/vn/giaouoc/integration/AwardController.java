package vn.giaouoc.integration;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.UnitView;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.register.AwardTitle;
import vn.giaouoc.register.AwardTitles;
import vn.giaouoc.register.OutsideAwardDraft;
import vn.giaouoc.register.OutsideAwards;
import vn.giaouoc.register.OutsideAwardView;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.Page;

/** Awards granted outside blocs, and the catalogue of titles and forms; the page "Khen thưởng ngoài khối" reads the same. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "awards", description = "Khen thưởng ngoài khối; danh mục danh hiệu, hình thức khen thưởng")
class AwardController {

    private final OutsideAwards awards;
    private final AwardTitles titles;
    private final Organisation organisation;
    private final CurrentActor actor;

    AwardController(OutsideAwards awards, AwardTitles titles, Organisation organisation, CurrentActor actor) {
        this.awards = awards;
        this.titles = titles;
        this.organisation = organisation;
        this.actor = actor;
    }

    /** @param name as lists show it: a former unit with who does its work today */
    record Unit(String code, String name) {
    }

    /**
     * The catalogue.
     *
     * @param units     that awards may be recorded for, former ones too; empty for those who record none
     * @param mayRecord whether the caller records awards
     */
    record Catalogue(List<AwardTitle> titles, List<Unit> units, boolean mayRecord) {
    }

    /** @param code of the award that was recorded */
    record Recorded(String code) {
    }

    /**
     * A correction.
     *
     * @param version   that was read
     * @param withdrawn true: it should not have been recorded
     */
    record Correction(@Schema(requiredMode = REQUIRED) Integer version, @Schema(requiredMode = REQUIRED) OutsideAwardDraft award,
                      boolean withdrawn, @Schema(requiredMode = REQUIRED) String reason) {
    }

    /** @param version after the correction */
    record Corrected(int version) {
    }

    @GetMapping("/award-titles")
    @Operation(operationId = "listAwardTitles", summary = "Danh mục danh hiệu thi đua, hình thức khen thưởng đang dùng")
    Catalogue titles() {
        boolean mayRecord = awards.mayRecord(actor.get());
        return new Catalogue(titles.all(), mayRecord ? units() : List.of(), mayRecord);
    }

    private List<Unit> units() {
        List<String> codes = organisation.units().stream().map(UnitView::code).toList();
        Map<String, String> names = organisation.namesToday(codes);
        return codes.stream().map(code -> new Unit(code, names.get(code))).toList();
    }

    @GetMapping("/awards")
    @Operation(operationId = "listAwards", summary = "Khen thưởng ngoài khối được xem, quyết định mới nhất trước",
            description = "Đơn vị chỉ thấy của mình và của đơn vị tiền thân. Năm là năm được khen thưởng hoặc năm của quyết định.")
    Page<OutsideAwardView> list(@RequestParam(required = false) Integer year, @RequestParam(required = false) String unit,
                                @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
        return awards.list(actor.get(), year, unit, offset, limit);
    }

    @GetMapping("/awards/{award}")
    @Operation(operationId = "getAward", summary = "Một khen thưởng ngoài khối với mọi lần đính chính, lần mới nhất trước")
    List<OutsideAwardView> versions(@PathVariable String award) {
        return awards.versions(actor.get(), award);
    }

    @PostMapping("/awards")
    @Operation(operationId = "recordAward", summary = "Sở Nội vụ ghi nhận khen thưởng ngoài khối kèm quyết định",
            description = "Tệp quyết định được tải lên trước. 422 khi đơn vị đã được ghi nhận danh hiệu này cho năm đó, "
                    + "hoặc hình thức này theo cùng quyết định.")
    @ApiResponse(responseCode = "201", description = "Đã ghi nhận")
    ResponseEntity<Recorded> record(@RequestBody OutsideAwardDraft body) {
        String code = awards.record(actor.get(), body);
        return ResponseEntity.created(URI.create("/api/v1/awards/" + code)).body(new Recorded(code));
    }

    @PutMapping("/awards/{award}")
    @Operation(operationId = "correctAward", summary = "Sở Nội vụ đính chính, hoặc ghi chú đã ghi nhận nhầm",
            description = "Bản cũ được giữ lại. 409 khi vừa có người khác đính chính.")
    Corrected correct(@PathVariable String award, @RequestBody Correction body) {
        if (body.award() == null) {
            throw new InvalidInput("award", "Nhập nội dung khen thưởng.");
        }
        if (body.version() == null) {
            throw new InvalidInput("version", "Nêu lần đính chính đang sửa.");
        }
        return new Corrected(awards.correct(actor.get(), award, body.version(), body.award(), body.withdrawn(), body.reason()));
    }
}
