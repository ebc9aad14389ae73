package vn.giaouoc.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.document.Papers;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.UnitView;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.CaseRegister;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotFound;
import vn.giaouoc.shared.Page;

/** What people and systems read of campaigns. */
@Service
@Transactional(readOnly = true)
public class CampaignQueries implements CaseRegister {

    private static final String STATUS = "case when c.status <> 'DRAFTING' then c.status when p.status = 'REFUSED' then 'REFUSED' "
            + "when p.status = 'IN_APPROVAL' then 'IN_APPROVAL' else 'DRAFTING' end";
    private static final String SUMMARY = "select c.code, " + STATUS + " as status, c.type, c.title, c.reference, p.number, "
            + "p.issue_date, c.created_at, c.issued_at, c.response_due_at, c.return_until, c.closed_at, c.archived_at, c.withdraw_reason, c.plan_version from campaign c "
            + "left join paper p on p.id = c.code || '/KH' ";

    private static final List<String> STATUSES = List.of("DRAFTING", "IN_APPROVAL", "ISSUED", "REFUSED", "CLOSED", "WITHDRAWN");
    private static final String VISIBLE = "where (:status::text is null or " + STATUS + " = :status) "
            + "and (:year::int is null or extract(year from c.created_at at time zone 'Asia/Ho_Chi_Minh') = :year) "
            + "and (:text::text is null or strpos(lower(c.title || ' ' || c.code), lower(:text)) > 0) "
            + "and (:all or c.draft_group in (:groups) or exists (select 1 from participation x where "
            + "x.campaign_code = c.code and x.status <> 'PENDING' and ('unit-' || x.unit_code in (:groups) "
            + "or 'unit-' || x.unit_code || '-lead' in (:groups))) "
            + "or c.status <> 'DRAFTING' and exists (select 1 from plan_version v, jsonb_array_elements(v.content -> 'themes') theme "
            + "where v.campaign_code = c.code and v.version = c.plan_version and ('unit-' || (theme ->> 'agencyCode') in (:groups) "
            + "or 'unit-' || (theme ->> 'agencyCode') || '-lead' in (:groups))) "
            + "or exists (select 1 from campaign_comment y where y.campaign_code = c.code "
            + "and 'unit-' || y.unit_code in (:groups)))";

    private final CampaignRepository campaigns;
    private final ParticipationRepository participations;
    private final PlanVersions plans;
    private final Papers papers;
    private final Attachments attachments;
    private final Organisation organisation;
    private final CampaignAccess access;
    private final CampaignFlow flow;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;
    private final Clock clock;

    CampaignQueries(CampaignRepository campaigns, ParticipationRepository participations, PlanVersions plans, Papers papers,
                    Attachments attachments, Organisation organisation, CampaignAccess access, CampaignFlow flow, Deadlines deadlines, JdbcClient jdbc,
                    Clock clock) {
        this.campaigns = campaigns;
        this.participations = participations;
        this.plans = plans;
        this.papers = papers;
        this.attachments = attachments;
        this.organisation = organisation;
        this.access = access;
        this.flow = flow;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean keeps(String code) {
        return code.startsWith(CampaignAccess.PREFIX);
    }

    @Override
    public boolean exists(String code) {
        return campaigns.findById(code).isPresent(); // who opens fifty units asks fifty times: only the first reaches the database
    }

    /** One campaign. @throws NotFound also for those who may not see it */
    public CampaignSummary summary(Actor actor, String code) {
        access.requireVisible(actor, code);
        return jdbc.sql(SUMMARY + "where c.code = ?").param(code).query(CampaignSummary.class).single();
    }

    /**
     * Campaigns this person may see, newest code first.
     *
     * @param status one of DRAFTING, IN_APPROVAL, ISSUED, REFUSED, CLOSED, WITHDRAWN, or null
     * @param text   part of the title or code, case and accents as typed, or null
     * @param limit  1–200
     */
    public Page<CampaignSummary> list(Actor actor, String status, Integer year, String text, int offset, int limit) {
        Page.check(offset, limit);
        if (status != null && !STATUSES.contains(status)) {
            throw new InvalidInput("status", "Trạng thái không hợp lệ; chọn một trong: " + String.join(", ", STATUSES) + ".");
        }
        var parameters = new HashMap<String, Object>();
        parameters.put("status", status);
        parameters.put("year", year);
        parameters.put("text", text);
        parameters.put("all", actor.inAny(Campaigns.OFFICES));
        parameters.put("groups", actor.groups().isEmpty() ? List.of("-") : actor.groups());
        long total = jdbc.sql("select count(*) from campaign c left join paper p on p.id = c.code || '/KH' " + VISIBLE)
                .params(parameters).query(Long.class).single();
        List<CampaignSummary> found = jdbc.sql(SUMMARY + VISIBLE + " order by c.code desc offset :offset limit :limit")
                .params(parameters).param("offset", offset).param("limit", limit).query(CampaignSummary.class).list();
        return new Page<>(found, total, offset, limit);
    }

    /** The plan as it is now. */
    public Plan plan(String code) {
        return campaigns.plan(code).map(plans::read).orElseThrow(() -> notFound(code));
    }

    /** The plan's paper, once it was submitted or recorded. */
    public Optional<PaperView> paper(String code) {
        return papers.find(Campaigns.paperOf(code));
    }

    /** What the checks found, with the reasons kept. */
    public List<RecordedFinding> findings(String code) {
        return plans.findings(code);
    }

    /** The comment round: who was asked, who has answered. */
    public List<CommentView> comments(String code) {
        Map<String, UnitView> units = units();
        return jdbc.sql("select unit_code, asked_at, agrees, text, given_by, given_at from campaign_comment "
                        + "where campaign_code = ? order by given_at nulls last, unit_code").param(code)
                .query((rs, n) -> new CommentView(rs.getString("unit_code"), nameOf(units, rs.getString("unit_code")),
                        rs.getString("given_by") == null ? null : organisation.person(rs.getString("given_by")).name(),
                        rs.getObject("agrees", Boolean.class), rs.getString("text"), SqlMoment.instant(rs, "given_at"),
                        SqlMoment.instant(rs, "asked_at")))
                .list();
    }

    /** One unit's part. @throws NotFound */
    public ResponseView response(String code, String unit) {
        return participations.findById(new Participation.Id(code, unit))
                .orElseThrow(() -> new NotFound("Đơn vị không tham gia phong trào này."))
                .view(organisation.namesToday(List.of(unit)).get(unit));
    }

    /** How far the units are. */
    public FollowCounts counts(String code) {
        Map<String, Long> found = jdbc.sql("select count(*) as total, "
                        + "count(*) filter (where status = 'ANSWERED') as answered, "
                        + "count(*) filter (where status in ('OPEN', 'SUBMITTED')) as open, "
                        + "count(*) filter (where status = 'RETURNED') as returned, "
                        + "count(*) filter (where status = 'PENDING') as not_opened, "
                        + "count(*) filter (where status = 'BLOCKED') as blocked, "
                        + "count(*) filter (where status = 'ANSWERED' and own_plan = false) as waived, "
                        + "count(*) filter (where late or (status <> 'ANSWERED' and due_at < :now)) as late "
                        + "from participation where campaign_code = :code and cancel_reason is null")
                .param("code", code).param("now", Timestamp.from(clock.instant()))
                .query((rs, n) -> Map.of("total", rs.getLong("total"), "answered", rs.getLong("answered"), "open",
                        rs.getLong("open"), "returned", rs.getLong("returned"), "notOpened", rs.getLong("not_opened"),
                        "waived", rs.getLong("waived"), "late", rs.getLong("late"), "blocked", rs.getLong("blocked")))
                .single();
        return new FollowCounts(found.get("total"), found.get("answered"), found.get("open"), found.get("late"),
                found.get("returned"), found.get("waived"), found.get("notOpened"), found.get("blocked"), flow.failedBatches(code));
    }

    /**
     * The list behind a figure.
     *
     * @param state all (but cancelled: those that take no part any more, also when they had answered), answered, open, late, returned,
     *              waived, pending, blocked, failed, cancelled
     * @param limit 1–200
     */
    public Page<ResponseRow> responses(Actor actor, String code, String state, int offset, int limit) {
        access.requireListReader(actor, code);
        Page.check(offset, limit);
        List<Integer> failed = flow.failedBatchNumbers(code);
        String from = " from participation x left join unit u on u.code = x.unit_code where campaign_code = :code and (" + stateCondition(state) + ")";
        Map<String, Object> parameters = Map.of("code", code, "now", Timestamp.from(clock.instant()),
                "failed", failed.isEmpty() ? List.of(-1) : failed);
        long total = jdbc.sql("select count(*)" + from).params(parameters).query(Long.class).single();
        List<ResponseRow> rows = jdbc.sql("select unit_code, coalesce(u.name, unit_code) || coalesce((select ' (nay là ' || n.name || ')' "
                        + "from unit_heir h join unit n on n.code = h.heir where h.former = unit_code), '') as unit_name, status, due_at, "
                        + "answered_at, late, own_plan, return_reason, escalated_at, batch, problem, cancel_reason, (select count(*) from registered_work w where w.campaign_code = x.campaign_code "
                        + "and w.unit_code = x.unit_code) as works" + from + " order by unit_code offset :offset limit :limit")
                .params(parameters).param("offset", offset).param("limit", limit)
                .query((rs, n) -> row(rs, failed)).list();
        return new Page<>(rows, total, offset, limit);
    }

    private ResponseRow row(ResultSet rs, List<Integer> failed) throws SQLException {
        String status = rs.getString("status");
        Instant due = SqlMoment.instant(rs, "due_at");
        boolean overdue = !Set.of("ANSWERED", "CANCELLED").contains(status) && due.isBefore(clock.instant());
        return new ResponseRow(rs.getString("unit_code"), rs.getString("unit_name"), status, due,
                SqlMoment.instant(rs, "answered_at"), rs.getBoolean("late") || overdue, rs.getObject("own_plan", Boolean.class),
                rs.getInt("works"), rs.getString("return_reason"), SqlMoment.instant(rs, "escalated_at"),
                "BLOCKED".equals(status) || "PENDING".equals(status) && failed.contains(rs.getInt("batch")), rs.getString("problem"),
                rs.getString("cancel_reason"));
    }

    /** One unit's part with its files, for those who may see it. @throws NotFound for all others */
    public ResponseDetail response(Actor actor, String code, String unit) {
        if (!access.maySeeUnit(actor, code, unit)) {
            throw new NotFound("Không tìm thấy nội dung trả lời của đơn vị này.");
        }
        return new ResponseDetail(response(code, unit), attachments.of(Responses.subject(code, unit)));
    }

    /** One campaign with its plan. @throws NotFound also for those who may not see it */
    public CampaignDetail detail(Actor actor, String code) {
        CampaignSummary summary = summary(actor, code);
        return new CampaignDetail(summary, plan(code), findings(code), summary.issuedAt() == null ? null : counts(code),
                attachments.of(code));
    }

    private static String stateCondition(String state) {
        return switch (state == null ? "all" : state) {
            case "answered" -> "status = 'ANSWERED' and cancel_reason is null";
            case "open" -> "status in ('OPEN', 'SUBMITTED')";
            case "late" -> "(late or (status <> 'ANSWERED' and due_at < :now)) and cancel_reason is null";
            case "returned" -> "status = 'RETURNED'";
            case "waived" -> "status = 'ANSWERED' and own_plan = false and cancel_reason is null";
            case "pending" -> "status = 'PENDING'";
            case "failed" -> "status = 'PENDING' and batch in (:failed)";
            case "blocked" -> "status = 'BLOCKED'";
            case "cancelled" -> "cancel_reason is not null";
            case "all" -> "cancel_reason is null";
            default -> throw new InvalidInput("state", "Trạng thái không hợp lệ.");
        };
    }

    /** The parameters a drafter sees: how long units have to comment and to answer, and on what ground. */
    public List<Deadlines.Parameter> parameters() {
        return List.of(deadlines.parameter("CAMPAIGN_COMMENT"), deadlines.parameter("RESPONSE_DUE"));
    }

    private Map<String, UnitView> units() {
        return organisation.units().stream().collect(Collectors.toMap(UnitView::code, Function.identity()));
    }

    private static String nameOf(Map<String, UnitView> units, String code) {
        UnitView unit = units.get(code);
        return unit == null ? code : unit.name();
    }

    private Campaign campaign(String code) {
        return campaigns.findById(code).orElseThrow(() -> notFound(code));
    }

    private static NotFound notFound(String code) {
        return new NotFound("Không tìm thấy phong trào " + code + ".");
    }
}
