package vn.giaouoc.integration;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.campaign.CampaignDetail;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.campaign.CampaignSummary;
import vn.giaouoc.campaign.OutsideIssue;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.campaign.PlanDraft;
import vn.giaouoc.campaign.Registered;
import vn.giaouoc.campaign.ResponseDetail;
import vn.giaouoc.campaign.ResponseRow;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.shared.FieldError;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.Page;

/** Campaigns for other systems: started by either route, read with the units' answers. */
@RestController
@RequestMapping("/api/v1/campaigns")
@Tag(name = "campaigns", description = "Phong trào thi đua")
class CampaignController {

    private static final Set<String> PLAN_FIELDS =
            Arrays.stream(Plan.class.getRecordComponents()).map(RecordComponent::getName).collect(Collectors.toSet());

    private final Campaigns campaigns;
    private final CampaignQueries queries;
    private final CurrentActor actor;
    private final RequestDigest digest;

    CampaignController(Campaigns campaigns, CampaignQueries queries, CurrentActor actor, RequestDigest digest) {
        this.campaigns = campaigns;
        this.queries = queries;
        this.actor = actor;
        this.digest = digest;
    }

    /**
     * A plan to be commented, approved, signed and issued here.
     *
     * @param reference    the caller's own, unique for it; a repeat with the same content starts nothing
     * @param commentUnits codes of the units asked to comment; empty = straight into the approval
     * @param commentDays  working days for comments, 1–60; null = the province's parameter
     * @param reasons      why warnings are passed, by code of the check
     * @param files        uploaded before
     */
    record NewDraft(String reference, Plan plan, List<String> commentUnits, Integer commentDays, Map<String, String> reasons,
                    List<FileRef> files) {
    }

    /** A plan that was issued outside, with its paper; otherwise as {@link NewDraft}. */
    record NewIssued(String reference, Plan plan, OutsideIssue issue, Map<String, String> reasons, List<FileRef> files) {
    }

    @PostMapping
    @Operation(operationId = "draftCampaign", summary = "Khởi tạo phong trào từ dự thảo kế hoạch",
            description = "409 khi mã tham chiếu đã dùng cho nội dung khác.")
    @ApiResponse(responseCode = "201", description = "Đã tạo mới")
    @ApiResponse(responseCode = "200", description = "Gửi lại đúng nội dung: cùng mã, không tạo thêm")
    ResponseEntity<Registered> draft(@RequestBody NewDraft body) {
        requirePlan(body.plan());
        var draft = new PlanDraft(body.plan(), body.commentUnits(), body.commentDays(), body.reasons(), body.files());
        return answer(() -> campaigns.register(actor.get(), body.reference(), digest.of(body), draft, null));
    }

    @PostMapping("/issued")
    @Operation(operationId = "recordIssuedCampaign", summary = "Ghi nhận phong trào có kế hoạch đã ban hành ở ngoài hệ thống",
            description = "Mở ngay cho các đơn vị. Số chưa rõ: numberUnknown = true kèm lý do cho C04. "
                    + "409 khi mã tham chiếu đã dùng cho nội dung khác.")
    @ApiResponse(responseCode = "201", description = "Đã tạo mới")
    @ApiResponse(responseCode = "200", description = "Gửi lại đúng nội dung: cùng mã, không tạo thêm")
    ResponseEntity<Registered> issued(@RequestBody NewIssued body) {
        requirePlan(body.plan());
        if (body.issue() == null) {
            throw new InvalidInput("issue", "Nhập thông tin ban hành: cơ quan, ngày, người ký.");
        }
        var draft = new PlanDraft(body.plan(), List.of(), null, body.reasons(), body.files());
        return answer(() -> campaigns.register(actor.get(), body.reference(), digest.of(body), draft, body.issue()));
    }

    @GetMapping
    @Operation(operationId = "listCampaigns", summary = "Danh sách phong trào được xem, mã mới nhất trước")
    Page<CampaignSummary> list(@Parameter(schema = @Schema(
                                   allowableValues = {"DRAFTING", "IN_APPROVAL", "ISSUED", "REFUSED", "CLOSED", "WITHDRAWN"}))
                               @RequestParam(required = false) String status, @RequestParam(required = false) Integer year,
                               @RequestParam(required = false) String text, @RequestParam(defaultValue = "0") int offset,
                               @RequestParam(defaultValue = "50") int limit) {
        return queries.list(actor.get(), status, year, text, offset, limit);
    }

    @GetMapping("/{code}")
    @Operation(operationId = "getCampaign", summary = "Một phong trào với kế hoạch, kết quả kiểm tra và số liệu trả lời")
    CampaignDetail get(@PathVariable String code) {
        return queries.detail(actor.get(), code);
    }

    @GetMapping("/{code}/responses")
    @Operation(operationId = "listResponses", summary = "Kế hoạch, đăng ký của các đơn vị")
    Page<ResponseRow> responses(@PathVariable String code,
                                @Parameter(schema = @Schema(allowableValues = {"all", "answered", "open", "late",
                                    "returned", "waived", "pending", "blocked", "failed", "cancelled"}))
                                @RequestParam(defaultValue = "all") String state,
                                @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
        return queries.responses(actor.get(), code, state, offset, limit);
    }

    @GetMapping("/{code}/responses/{unit}")
    @Operation(operationId = "getResponse", summary = "Nội dung trả lời của một đơn vị")
    ResponseDetail response(@PathVariable String code, @PathVariable String unit) {
        return queries.response(actor.get(), code, unit);
    }

    private static void requirePlan(Plan plan) {
        if (plan == null) {
            throw new InvalidInput("plan", "Nhập kế hoạch của phong trào.");
        }
    }

    private static ResponseEntity<Registered> answer(Supplier<Registered> call) {
        try {
            Registered registered = call.get();
            URI place = URI.create("/api/v1/campaigns/" + registered.code());
            return registered.created() ? ResponseEntity.created(place).body(registered)
                    : ResponseEntity.ok().location(place).body(registered);
        } catch (InvalidInput refused) {
            throw new InvalidInput(refused.errors().stream().map(CampaignController::inBody).toList());
        }
    }

    /** The use case names a plan's fields as the form does; in this body they stand under {@code plan}. */
    private static FieldError inBody(FieldError error) {
        String first = error.field().split("[.\\[]", 2)[0];
        return PLAN_FIELDS.contains(first) ? new FieldError("plan." + error.field(), error.message()) : error;
    }
}
