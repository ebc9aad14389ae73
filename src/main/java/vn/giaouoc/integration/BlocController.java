package vn.giaouoc.integration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.shared.Page;

/** Blocs in their periods, for other systems. */
@RestController
@RequestMapping("/api/v1/blocs")
@Tag(name = "blocs", description = "Cụm, khối thi đua")
class BlocController {

    private final BlocYears years;
    private final CurrentActor actor;

    BlocController(BlocYears years, CurrentActor actor) {
        this.years = years;
        this.actor = actor;
    }

    @GetMapping
    @Operation(operationId = "listBlocs", summary = "Cụm, khối thi đua theo kỳ được xem, kỳ mới nhất trước",
            description = "Đơn vị chỉ thấy khối mà mình là hoặc từng là thành viên.")
    Page<BlocYearView> list(@RequestParam(required = false) Integer year, @RequestParam(required = false) String unit,
                            @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
        return years.list(actor.get(), year, unit, offset, limit);
    }

    @GetMapping("/{code}")
    @Operation(operationId = "getBloc", summary = "Một cụm, khối trong một kỳ: thành viên, vai trò, quy chế, tiêu chí")
    BlocYearView get(@PathVariable String code) {
        if (!code.startsWith("KT-")) {
            throw new NotFound("Không tìm thấy khối thi đua " + code + ".");
        }
        return years.get(actor.get(), code);
    }
}
