package vn.giaouoc.integration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.organisation.Successions;
import vn.giaouoc.organisation.SuccessionView;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.report.UnitHistory;

/** Units over the years: which became which, and what they did under their former names. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "units", description = "Sáp nhập, chia, giải thể đơn vị; lịch sử đơn vị gồm cả đơn vị tiền thân")
class UnitController {

    private final Successions successions;
    private final UnitHistory history;
    private final CurrentActor actor;

    UnitController(Successions successions, UnitHistory history, CurrentActor actor) {
        this.successions = successions;
        this.history = history;
        this.actor = actor;
    }

    @GetMapping("/successions")
    @Operation(operationId = "listSuccessions", summary = "Các quyết định sáp nhập, chia, giải thể đơn vị",
            description = "Ngày có hiệu lực muộn nhất đứng trước. Quản trị viên nhập quyết định ở trang Tổ chức, người dùng.")
    List<SuccessionView> successions() {
        return successions.list();
    }

    @GetMapping("/successions/{succession}")
    @Operation(operationId = "getSuccession", summary = "Một quyết định sáp nhập, chia, giải thể")
    SuccessionView succession(@PathVariable String succession) {
        return successions.get(succession);
    }

    @GetMapping("/units/{unit}/history")
    @Operation(operationId = "getUnitHistory", summary = "Đơn vị tham gia, báo cáo những phong trào nào, gồm cả đơn vị tiền thân",
            description = "Người của đơn vị và các cơ quan điều hành phong trào đọc được. Mỗi dòng ghi tên đơn vị tại thời điểm đó.")
    UnitHistory.History history(@PathVariable String unit, @RequestParam(defaultValue = "0") int offset,
                                @RequestParam(defaultValue = "50") int limit) {
        return history.of(actor.get(), unit, offset, limit);
    }
}
