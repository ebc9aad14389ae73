package vn.giaouoc.integration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.signature.BookWatch;
import vn.giaouoc.signature.ChainReport;
import vn.giaouoc.signature.SignatureChain;

/** Lets administrators and supervisors check the book of electronic confirmations. */
@RestController
@RequestMapping("/api/v1/signatures")
@Tag(name = "signatures", description = "Sổ xác nhận điện tử")
class SignatureController {

    private static final List<String> CHECKERS = List.of(Role.ADMIN.group(), Role.SUPERVISOR.group());

    private final SignatureChain chain;
    private final BookWatch watch;
    private final CurrentActor actor;

    SignatureController(SignatureChain chain, BookWatch watch, CurrentActor actor) {
        this.chain = chain;
        this.watch = watch;
        this.actor = actor;
    }

    @GetMapping("/verification")
    @Operation(operationId = "verifySignatures", summary = "Kiểm tra sổ xác nhận điện tử",
            description = "Dành cho quản trị và giám sát. Kiểm tra từng bản ghi, thứ tự, chữ ký của máy chủ và điểm neo "
                    + "ngoài cơ sở dữ liệu. Có subject thì chỉ kiểm tra các bản ghi của hồ sơ đó, cùng việc sổ có thiếu số hay bị cắt phần cuối.")
    ChainReport verification(@RequestParam(required = false) String subject) {
        if (!actor.get().inAny(CHECKERS)) {
            throw new NotAllowed("Chỉ quản trị hệ thống và người giám sát được kiểm tra sổ xác nhận điện tử.");
        }
        return subject == null || subject.isBlank() ? watch.look() : chain.verify(subject.strip());
    }
}
