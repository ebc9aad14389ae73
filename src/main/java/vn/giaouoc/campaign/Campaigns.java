package vn.giaouoc.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.campaign.CampaignStart.Entry;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.OutsidePaper;
import vn.giaouoc.document.Papers;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.UnitView;
import vn.giaouoc.platform.persistence.CaseNumbers;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/**
 * A campaign from its first draft to the paper that goes into the chain of approval, or that was issued outside (Luật Thi
 * đua, khen thưởng 2022). What follows is {@link Launch}.
 */
@Service
@Transactional
public class Campaigns {

    /** Groups that run campaigns and may see all of them. */
    static final Set<String> OFFICES = Set.of("snv-specialist", "snv-division-head", "snv-director", "office-check",
            "office-clerk", "chairman", "deputy-chairman", "supervisor", "integration");
    static final String DRAFTERS = "snv-specialist";
    private static final Set<String> STARTERS = Set.of(DRAFTERS, "integration");
    private static final String PLAN_KIND = "KH";
    /** The body that issues what is drafted here. */
    public static final String OWN_BODY = "UBND tỉnh";

    private final CampaignRepository campaigns;
    private final PlanVersions plans;
    private final PlanChecks checks;
    private final Papers papers;
    private final Attachments attachments;
    private final Organisation organisation;
    private final Deadlines deadlines;
    private final CampaignFlow flow;
    private final CaseNumbers numbers;
    private final JdbcClient jdbc;
    private final Clock clock;

    Campaigns(CampaignRepository campaigns, PlanVersions plans, PlanChecks checks, Papers papers,
              Attachments attachments, Organisation organisation, Deadlines deadlines, CampaignFlow flow,
              CaseNumbers numbers, JdbcClient jdbc, Clock clock) {
        this.campaigns = campaigns;
        this.plans = plans;
        this.checks = checks;
        this.papers = papers;
        this.attachments = attachments;
        this.organisation = organisation;
        this.deadlines = deadlines;
        this.flow = flow;
        this.numbers = numbers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The paper of a campaign's plan: {@code PT-2024-003/KH}. */
    public static String paperOf(String campaignCode) {
        return campaignCode + "/" + PLAN_KIND;
    }

    // ---- beginning --------------------------------------------------------------------------------------------------

    /** Checks what the start form asks for, changing nothing. */
    @Transactional(readOnly = true)
    public void checkBegin(NewCampaign request) {
        var errors = new Errors();
        errors.when(request.route() == null, "route", "Chọn kế hoạch do tỉnh soạn thảo hay đã ban hành.");
        errors.when(request.type() == null, "type", "Chọn loại phong trào.");
        errors.text(request.title(), "title", true, 1_000, "Nhập tên phong trào.");
        if (request.route() == NewCampaign.Route.HERE && request.draftingUnit() != null) {
            errors.when(organisation.units().stream().noneMatch(u -> u.code().equals(request.draftingUnit()) && u.active()
                    && u.hasAccount()), "draftingUnit", "Chọn cơ quan soạn thảo.");
        }
        errors.refuse();
    }

    /** A specialist begins a campaign in Tasklist; the engine's case is starting around this call. */
    public CampaignStart begin(Actor actor, NewCampaign request) {
        checkBegin(request);
        boolean outside = request.route() == NewCampaign.Route.OUTSIDE;
        Campaign campaign = create(actor, request.type(), request.title(), outside ? DRAFTERS : draftGroup(request.draftingUnit()));
        plans.save(campaign.code(), campaign.revise(Plan.draft(request.type(), request.title())), Plan.draft(request.type(),
                request.title()), actor.userId(), clock.instant());
        return start(campaign, outside ? Entry.RECORD : Entry.DRAFT);
    }

    /**
     * Another system starts a campaign over REST with a complete plan. The same reference with the same content answers
     * the same campaign and starts nothing.
     *
     * @param digest of the request as sent
     * @throws ConflictRefusal the reference was used with other content
     * @throws InvalidInput    the plan does not hold (C01–C05 included), or the reference is missing
     * @throws NotAllowed      neither Sở Nội vụ nor a connected system
     */
    public Registered register(Actor actor, String reference, String digest, PlanDraft draft, OutsideIssue outside) {
        if (!actor.inAny(STARTERS)) {
            throw new NotAllowed("Chỉ Sở Nội vụ hoặc hệ thống được kết nối được khởi tạo phong trào.");
        }
        checkReference(reference);
        lockReference(reference);
        Optional<Campaign> known = campaigns.findByReference(reference);
        if (known.isPresent()) {
            if (!known.get().requestDigest().equals(digest)) {
                throw new ConflictRefusal("Mã tham chiếu \"" + reference + "\" đã dùng cho phong trào " + known.get().code()
                        + " với nội dung khác.");
            }
            return new Registered(known.get().code(), false);
        }
        check(actor, draft, outside); // before there is a campaign: a refused plan takes no code
        Campaign campaign = create(actor, draft.plan().type(), draft.plan().title(), DRAFTERS);
        campaign.startedBy(reference, digest);
        if (outside == null) {
            submit(actor, campaign, draft, true);
            flow.start(start(campaign, Entry.SUBMITTED));
        } else {
            record(actor, campaign, draft, outside);
            flow.start(start(campaign, Entry.RECORDED));
        }
        return new Registered(campaign.code(), true);
    }

    private void check(Actor actor, PlanDraft draft, OutsideIssue outside) {
        if (outside == null) {
            checkDraft(actor, "", draft, true);
        } else {
            checkRecord(actor, "", draft, outside);
        }
    }

    private static void checkReference(String reference) {
        var errors = new Errors();
        errors.text(reference, "reference", true, 100, "Nhập mã tham chiếu của hệ thống gửi.");
        errors.refuse();
    }

    /** Two calls with one reference at the same moment: the second waits and then finds the first one's campaign. */
    private void lockReference(String reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 42))").param(reference).query((rs, n) -> 0).single();
    }

    private Campaign create(Actor actor, CampaignType type, String title, String draftGroup) {
        return campaigns.saveAndFlush(new Campaign(nextCode(), type, title, draftGroup, actor.userId(), clock.instant()));
    }

    private String nextCode() {
        int year = LocalDate.now(clock).getYear();
        return "PT-%d-%03d".formatted(year, numbers.next("PT", year));
    }

    private CampaignStart start(Campaign campaign, Entry entry) {
        return new CampaignStart(campaign.code(), campaign.title(), entry, campaign.draftGroup(),
                deadlines.of(campaign.code()).due("CAMPAIGN_DRAFT", clock.instant()), commentGroups(campaign), campaign.commentDueAt());
    }

    /** The engine group that drafts: the specialists of Sở Nội vụ, or a unit. */
    static String draftGroup(String unit) {
        return unit == null || unit.equals("snv") ? DRAFTERS : Organisation.unitGroup(unit);
    }

    /** Engine groups of the standing agencies: those of the themes, or Sở Nội vụ when the plan names none. */
    public static List<String> standingGroups(Plan plan) {
        return plan.themes().isEmpty() ? List.of(DRAFTERS)
                : plan.themes().stream().map(theme -> draftGroup(theme.agencyCode())).distinct().toList();
    }

    // ---- drafting and comments --------------------------------------------------------------------------------------

    /** Checks a draft as a whole. @return what was found and does not block */
    @Transactional(readOnly = true)
    public List<Finding> checkDraft(Actor actor, String code, PlanDraft draft, boolean withComments) {
        var errors = new Errors();
        if (withComments) {
            commentErrors(draft, errors);
        }
        attachments.check(actor, code, draft.files(), "files");
        return checks.check(draft.plan(), List.of(), errors, draft.reasons());
    }

    /**
     * The drafter hands the draft on: to the units asked for comments, or straight into the chain of approval.
     *
     * @return the comment round, without groups when there is none
     */
    public CommentRound submitDraft(Actor actor, String code, PlanDraft draft) {
        return submit(actor, campaign(code), draft, true);
    }

    /** The drafter hands the draft in after the comments, or after it was sent back. */
    public void finishDraft(Actor actor, String code, PlanDraft draft) {
        submit(actor, campaign(code), draft, false);
    }

    private CommentRound submit(Actor actor, Campaign campaign, PlanDraft draft, boolean withComments) {
        List<Finding> findings = checkDraft(actor, campaign.code(), draft, withComments);
        savePlan(actor, campaign, draft, findings);
        if (withComments && !draft.commentUnits().isEmpty()) {
            ask(campaign, draft);
        } else {
            papers.drafted(paperOf(campaign.code()), campaign.code(), PLAN_KIND, draft.plan().title(), OWN_BODY, actor);
        }
        return new CommentRound(commentGroups(campaign), campaign.commentDueAt());
    }

    private void savePlan(Actor actor, Campaign campaign, PlanDraft draft, List<Finding> findings) {
        Instant now = clock.instant();
        int version = campaign.revise(draft.plan());
        campaigns.flush(); // plan_version refers to it
        plans.save(campaign.code(), version, draft.plan(), actor.userId(), now);
        plans.record(campaign.code(), findings, draft.reasons(), actor.userId(), now);
        attachments.bind(actor, campaign.code(), "PLAN", draft.files());
    }

    private void ask(Campaign campaign, PlanDraft draft) {
        var round = draft.commentDays() == null
                ? deadlines.of(campaign.code()).due("CAMPAIGN_COMMENT", clock.instant())
                : deadlines.of(campaign.code()).inWorkingDays("CAMPAIGN_COMMENT", draft.commentDays(), clock.instant());
        campaign.askForComments(draft.commentDays() == null ? 0 : draft.commentDays(), round);
        for (String unit : draft.commentUnits()) {
            jdbc.sql("insert into campaign_comment (campaign_code, unit_code, asked_at) values (?, ?, ?)")
                    .params(campaign.code(), unit, Timestamp.from(clock.instant())).update();
        }
    }

    private void commentErrors(PlanDraft draft, Errors errors) {
        Set<String> known = organisation.units().stream().filter(u -> u.active() && u.hasAccount()).map(UnitView::code)
                .collect(Collectors.toSet());
        errors.when(!known.containsAll(draft.commentUnits()), "commentUnits", "Có đơn vị không tồn tại hoặc không có tài khoản.");
        errors.when(new HashSet<>(draft.commentUnits()).size() != draft.commentUnits().size(), "commentUnits", "Đơn vị bị lặp.");
        errors.when(draft.commentDays() != null && (draft.commentDays() < 1 || draft.commentDays() > 60), "commentDays",
                "Thời gian góp ý từ 1 đến 60 ngày làm việc.");
    }

    private List<String> commentGroups(Campaign campaign) {
        return jdbc.sql("select unit_code from campaign_comment where campaign_code = ? order by unit_code").param(campaign.code())
                .query(String.class).list().stream().map(Organisation::unitGroup).toList();
    }

    /** Checks a unit's comment, changing nothing. */
    @Transactional(readOnly = true)
    public void checkComment(Actor actor, String code, String unit, PlanComment comment) {
        var errors = new Errors();
        errors.when(comment.agree() == null, "agree", "Chọn thống nhất hay có ý kiến.");
        errors.text(comment.text(), "text", Boolean.FALSE.equals(comment.agree()), 20_000, "Nhập nội dung góp ý.");
        errors.refuse();
        attachments.check(actor, code + "/" + unit, comment.files(), "files");
    }

    /** A unit comments on the draft. */
    public void comment(Actor actor, String code, String unit, PlanComment comment) {
        checkComment(actor, code, unit, comment);
        int saved = jdbc.sql("update campaign_comment set agrees = ?, text = ?, given_by = ?, given_at = ? "
                        + "where campaign_code = ? and unit_code = ?")
                .params(comment.agree(), comment.text(), actor.userId(), Timestamp.from(clock.instant()), code, unit).update();
        if (saved == 0) {
            throw new NotFound("Đơn vị không được lấy ý kiến về dự thảo này.");
        }
        attachments.bind(actor, code + "/" + unit, "COMMENT", comment.files());
    }

    // ---- issued outside ---------------------------------------------------------------------------------------------

    /** Checks a plan that was issued outside, changing nothing. */
    @Transactional(readOnly = true)
    public List<Finding> checkRecord(Actor actor, String code, PlanDraft draft, OutsideIssue outside) {
        var errors = new Errors();
        errors.text(outside.issuer(), "issuer", true, 200, "Nhập cơ quan ban hành.");
        errors.text(outside.signerName(), "signerName", true, 200, "Nhập người ký.");
        errors.text(outside.signerTitle(), "signerTitle", false, 200, null);
        errors.when(outside.issueDate() == null, "issueDate", "Nhập ngày ban hành.");
        errors.when(outside.issueDate() != null && outside.issueDate().isAfter(LocalDate.now(clock)), "issueDate",
                "Ngày ban hành không được ở tương lai.");
        boolean unknown = outside.number() == null || outside.number().isBlank();
        errors.when(unknown && !outside.numberUnknown(), "number", "Nhập số, ký hiệu hoặc đánh dấu \"Chưa rõ số\".");
        errors.when(draft.files() == null || draft.files().isEmpty(), "files", "Đính kèm bản kế hoạch đã ban hành.");
        attachments.check(actor, code, draft.files(), "files");
        List<Finding> beside = new ArrayList<>(checks.issueDateFindings(outside.issueDate()));
        if (unknown && outside.numberUnknown()) {
            beside.addAll(checks.unknownNumberFindings());
        }
        List<Finding> found = checks.check(draft.plan(), beside, errors, draft.reasons());
        papers.checkOutside(outside.issuer(), PLAN_KIND, unknown ? null : outside.number(), outside.issueDate());
        return found;
    }

    /** The specialist has entered a plan issued outside: it goes on to opening. */
    public void recordIssued(Actor actor, String code, PlanDraft draft, OutsideIssue outside) {
        record(actor, campaign(code), draft, outside);
    }

    private void record(Actor actor, Campaign campaign, PlanDraft draft, OutsideIssue outside) {
        List<Finding> findings = checkRecord(actor, campaign.code(), draft, outside);
        savePlan(actor, campaign, draft, findings);
        papers.recordOutside(new OutsidePaper(paperOf(campaign.code()), campaign.code(), PLAN_KIND, draft.plan().title(),
                outside.issuer(), outside.issueDate(), outside.signerName(), outside.signerTitle(),
                outside.number() == null || outside.number().isBlank() ? null : outside.number(), draft.files().get(0).id()), actor);
    }

    private Campaign campaign(String code) {
        return campaigns.findById(code).orElseThrow(() -> new NotFound("Không tìm thấy phong trào " + code + "."));
    }
}
