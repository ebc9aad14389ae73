package vn.giaouoc.integration;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.action.BlocActions;
import vn.giaouoc.action.BlocActionView;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.commendation.ProposalDraft;
import vn.giaouoc.commendation.ProposalView;
import vn.giaouoc.commendation.SpotProposals;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.shared.InvalidInput;

/** What a bloc's conference left behind: what is to be done, and whom it would have commended; the page "Việc của khối" reads the same. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "blocs", description = "Cụm, khối thi đua")
class BlocWorkController {

    private final BlocActions actions;
    private final SpotProposals proposals;
    private final BlocYears years;
    private final CurrentActor actor;

    BlocWorkController(BlocActions actions, SpotProposals proposals, BlocYears years, CurrentActor actor) {
        this.actions = actions;
        this.proposals = proposals;
        this.years = years;
        this.actor = actor;
    }

    /**
     * @param mayRead  whether the caller may read them; if not, none are given
     * @param mayWrite whether the caller is of the bloc's head unit
     */
    record Proposals(List<ProposalView> proposals, boolean mayRead, boolean mayWrite) {
    }

    /** @param originCase business key of the review it arose at; may be left out */
    record NewProposal(String originCase, @Schema(requiredMode = REQUIRED) ProposalDraft proposal) {
    }

    /** @param version that was read */
    record ChangedProposal(@Schema(requiredMode = REQUIRED) Integer version, @Schema(requiredMode = REQUIRED) ProposalDraft proposal) {
    }

    /** @param version that was read */
    record Withdrawal(@Schema(requiredMode = REQUIRED) Integer version, @Schema(requiredMode = REQUIRED) String reason) {
    }

    /** @param code of the proposal that was kept */
    record Kept(String code) {
    }

    @GetMapping("/blocs/{code}/actions")
    @Operation(operationId = "listBlocActions", summary = "Kết luận, nhiệm vụ mà hội nghị của khối đã giao: đơn vị chủ trì, hạn, kết quả",
            description = "Các thành viên của khối và cơ quan quản lý đọc được.")
    List<BlocActionView> actions(@PathVariable String code) {
        return actions.of(actor.get(), code);
    }

    @GetMapping("/blocs/{code}/spot-proposals")
    @Operation(operationId = "listSpotProposals", summary = "Đề nghị khen thưởng đột xuất, theo chuyên đề mà khối đã lập",
            description = "Có dữ liệu cá nhân: chỉ đơn vị Trưởng khối và Sở Nội vụ đọc được; người khác được xem khối nhận danh sách rỗng.")
    Proposals proposals(@PathVariable String code) {
        years.get(actor.get(), code);
        boolean mayRead = proposals.mayRead(actor.get(), code);
        return new Proposals(mayRead ? proposals.of(actor.get(), code) : List.of(), mayRead, proposals.mayWrite(actor.get(), code));
    }

    @PostMapping("/blocs/{code}/spot-proposals")
    @Operation(operationId = "draftSpotProposal", summary = "Đơn vị Trưởng khối lập đề nghị khen thưởng đột xuất, theo chuyên đề",
            description = "Đề nghị được giữ ở dạng dự thảo cho đến khi lập hồ sơ khen thưởng.")
    @ApiResponse(responseCode = "201", description = "Đã lưu")
    ResponseEntity<Kept> draft(@PathVariable String code, @RequestBody NewProposal body) {
        String kept = proposals.draft(actor.get(), code, body.originCase(), required(body.proposal()));
        return ResponseEntity.created(URI.create("/api/v1/spot-proposals/" + kept)).body(new Kept(kept));
    }

    @PutMapping("/spot-proposals/{proposal}")
    @Operation(operationId = "changeSpotProposal", summary = "Đơn vị Trưởng khối sửa một đề nghị khen thưởng",
            description = "409 khi vừa có người khác sửa, hoặc đã rút.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String proposal, @RequestBody ChangedProposal body) {
        proposals.change(actor.get(), proposal, required(body.version()), required(body.proposal()));
    }

    @PostMapping("/spot-proposals/{proposal}/withdrawal")
    @Operation(operationId = "withdrawSpotProposal", summary = "Đơn vị Trưởng khối rút một đề nghị khen thưởng, kèm lý do",
            description = "Đề nghị được giữ lại cùng lý do. 409 khi vừa có người khác sửa, hoặc đã rút.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String proposal, @RequestBody Withdrawal body) {
        proposals.withdraw(actor.get(), proposal, required(body.version()), body.reason());
    }

    private static ProposalDraft required(ProposalDraft proposal) {
        if (proposal == null) {
            throw new InvalidInput("proposal", "Nhập nội dung đề nghị.");
        }
        return proposal;
    }

    private static int required(Integer version) {
        if (version == null) {
            throw new InvalidInput("version", "Nêu lần sửa đang đọc.");
        }
        return version;
    }
}
