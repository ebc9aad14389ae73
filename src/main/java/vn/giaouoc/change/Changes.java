package vn.giaouoc.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.campaign.Amendments;
import vn.giaouoc.campaign.CampaignAccess;
import vn.giaouoc.campaign.CampaignQueries;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.campaign.Launch;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.campaign.Responses;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.document.Papers;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.report.AmendedPeriods;
import vn.giaouoc.report.Period;
import vn.giaouoc.report.Periods;
import vn.giaouoc.report.UnitReports;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/**
 * Amendment and withdrawal of issued campaigns, by the authority that issued them: a new document with its own number that goes
 * through the same chain as the plan (NĐ 30/2020/NĐ-CP). Units are told, running answers are kept, nothing is deleted.
 */
@Service
@Transactional
public class Changes {

    private static final int LONGEST = 20_000;
    private static final String NOTICE = "CHANGE_NOTICE";
    private static final String CHANGES = "select c.campaign_code, c.seq, c.kind, case when p.status = 'REFUSED' then 'REFUSED' "
            + "when c.status = 'SUBMITTED' then case when p.status = 'DRAFT' then 'DRAFTING' else 'IN_APPROVAL' end else c.status end "
            + "as status, c.reason, c.grounds, c.base_version, c.plan, c.begun_by, c.begun_at, c.in_force_at from campaign_change c left join paper p "
            + "on p.id = c.campaign_code || case c.kind when 'AMEND' then '/DC' else '/TH' end || c.seq where c.campaign_code = ? ";

    private final Amendments amendments;
    private final Launch launch;
    private final CampaignQueries campaigns;
    private final CampaignAccess access;
    private final Periods periods;
    private final AmendedPeriods amended;
    private final UnitReports reports;
    private final Papers papers;
    private final Attachments attachments;
    private final Organisation organisation;
    private final Deadlines deadlines;
    private final ChangeFlow flow;
    private final JdbcClient jdbc;
    private final Clock clock;

    Changes(Amendments amendments, Launch launch, CampaignQueries campaigns, CampaignAccess access, Periods periods, AmendedPeriods amended,
            UnitReports reports, Papers papers, Attachments attachments, Organisation organisation, Deadlines deadlines, ChangeFlow flow, JdbcClient jdbc, Clock clock) {
        this.amendments = amendments;
        this.launch = launch;
        this.campaigns = campaigns;
        this.access = access;
        this.periods = periods;
        this.amended = amended;
        this.reports = reports;
        this.papers = papers;
        this.attachments = attachments;
        this.organisation = organisation;
        this.deadlines = deadlines;
        this.flow = flow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    // ---- drafting ---------------------------------------------------------------------------------------------------

    /**
     * Begins a change of an issued campaign; its draft becomes a task of those who drafted the plan.
     *
     * @return its number, from 1
     * @throws NotAllowed      neither Sở Nội vụ nor the drafting agency
     * @throws ConflictRefusal not issued, already ended, or another change is under way
     */
    public int begin(Actor actor, String code, ChangeKind kind) {
        if (kind == null) {
            throw new InvalidInput("kind", "Chọn điều chỉnh hoặc thu hồi.");
        }
        access.requireVisible(actor, code);
        launch.hold(code);
        var summary = campaigns.summary(actor, code);
        String draftGroup = amendments.draftGroup(code);
        if (!mayBegin(actor, code)) {
            throw new NotAllowed("Chỉ Sở Nội vụ hoặc cơ quan soạn thảo kế hoạch đề nghị điều chỉnh, thu hồi.");
        }
        if (!"ISSUED".equals(summary.status())) {
            throw new ConflictRefusal("Chỉ điều chỉnh, thu hồi được phong trào đã ban hành và chưa kết thúc.");
        }
        if (underWay(code).isPresent()) {
            throw new ConflictRefusal("Phong trào đang có một đề nghị điều chỉnh hoặc thu hồi chưa xong.");
        }
        int seq = insert(actor, code, kind, summary.planVersion());
        flow.start(new ChangeStart(code, summary.title(), seq, draftGroup, deadlines.of(ChangeView.caseKey(code, seq)).due("CAMPAIGN_DRAFT", clock.instant())));
        return seq;
    }

    /** The change that is drafted or in approval; a campaign has one at most. */
    @Transactional(readOnly = true)
    public Optional<ChangeView> underWay(String code) {
        return list(code).stream().filter(change -> List.of("DRAFTING", "IN_APPROVAL").contains(change.status())).findFirst();
    }

    /** Whether this person begins changes of the campaign: Sở Nội vụ and those who drafted its plan do. */
    @Transactional(readOnly = true)
    public boolean mayBegin(Actor actor, String code) {
        return launch.mayClose(actor) || actor.in(amendments.draftGroup(code));
    }

    private int insert(Actor actor, String code, ChangeKind kind, int baseVersion) {
        try {
            return jdbc.sql("insert into campaign_change (campaign_code, seq, kind, status, base_version, begun_by, begun_at) "
                            + "select ?, coalesce(max(seq), 0) + 1, ?, 'DRAFTING', ?, ?, ? from campaign_change where campaign_code = ? returning seq")
                    .params(code, kind.name(), baseVersion, actor.userId(), now(), code).query(Integer.class).single();
        } catch (DuplicateKeyException e) {
            throw new ConflictRefusal("Phong trào đang có một đề nghị điều chỉnh hoặc thu hồi chưa xong.");
        }
    }

    /** Checks a draft, changing nothing. @return what was found and does not block */
    @Transactional(readOnly = true)
    public List<Finding> check(Actor actor, String code, int seq, ChangeDraft draft) {
        if (draft.abandon()) {
            return List.of();
        }
        var errors = new Errors();
        errors.text(draft.reason(), "reason", true, LONGEST, "Nêu lý do.");
        attachments.check(actor, ChangeView.caseKey(code, seq), draft.files(), "files");
        if (get(code, seq).kind() == ChangeKind.WITHDRAW) {
            errors.text(draft.grounds(), "legalGrounds", true, LONGEST, "Nhập căn cứ ban hành quyết định.");
            errors.refuse();
            return List.of();
        }
        List<Finding> findings = amendments.check(code, draft.plan(), errors, draft.reasons());
        amended.check(code, draft.plan());
        return findings;
    }

    /** Hands the draft in: the paper goes to its first approver. */
    public void submit(Actor actor, String code, int seq, ChangeDraft draft) {
        List<Finding> findings = check(actor, code, seq, draft);
        ChangeView change = get(code, seq);
        boolean amend = change.kind() == ChangeKind.AMEND;
        jdbc.sql("update campaign_change set status = 'SUBMITTED', reason = ?, grounds = ?, plan = ?::jsonb, written_by = ? where campaign_code = ? and seq = ?")
                .params(draft.reason(), amend ? null : draft.grounds(), amend ? amendments.write(draft.plan()) : null, actor.userId(), code, seq).update();
        amendments.record(actor, code, findings, draft.reasons());
        attachments.bind(actor, ChangeView.caseKey(code, seq), "CHANGE", draft.files());
        String title = amend ? "Điều chỉnh, bổ sung kế hoạch phát động phong trào thi đua \"" + draft.plan().title() + "\""
                : "Về việc thu hồi kế hoạch phát động phong trào thi đua \"" + campaigns.plan(code).title() + "\"";
        papers.drafted(change.paperId(), code, change.kind().paperKind(), title, body(code), actor);
    }

    /** The drafter gives the change up: nothing was changed. */
    public void abandon(String code, int seq) {
        jdbc.sql("update campaign_change set status = 'ABANDONED' where campaign_code = ? and seq = ?").params(code, seq).update();
    }

    // ---- in force ---------------------------------------------------------------------------------------------------

    /** The paper is signed and registered: the change takes effect. A repeat changes nothing. */
    public void apply(String code, int seq) {
        ChangeView change = get(code, seq);
        if (!papers.get(change.paperId()).issued()) {
            throw new ConflictRefusal("Văn bản " + change.kind().label().toLowerCase() + " chưa được ký, ban hành.");
        }
        if (change.inForceAt() != null) {
            return;
        }
        jdbc.sql("update campaign_change set status = 'IN_FORCE', in_force_at = ? where campaign_code = ? and seq = ?")
                .params(now(), code, seq).update();
        if (change.kind() == ChangeKind.AMEND) {
            amend(code, change);
        } else {
            withdraw(code, change.reason());
        }
    }

    private void amend(String code, ChangeView change) {
        Plan plan = change.plan();
        List<Integer> batches = amendments.amend(code, plan, change.begunBy());
        amended.apply(code);
        flow.amended(code, batches, launch.followUntil(code));
        flow.followedBy(code, Launch.followGroups(plan));
        periods.list(code).stream().filter(Period::underWay)
                .forEach(period -> flow.consolidatedBy(Period.caseKey(code, period.seq()), Campaigns.standingGroups(plan)));
    }

    private void withdraw(String code, String reason) {
        List<Integer> batches = amendments.withdraw(code, reason);
        endPeriods(code, launch.endReason(code));
        flow.withdrawn(code, batches, launch.archiveDue(code));
    }

    /** Ends the reporting periods that are not signed, with the reason, and the papers they have in approval. */
    void endPeriods(String code, String reason) {
        List<Period> open = periods.cancel(code, reason);
        open.forEach(period -> papers.stop(Period.paperOf(code, period.seq()), reason));
        flow.end(open.stream().map(period -> Period.caseKey(code, period.seq())).toList(), reason);
    }

    /**
     * After an amendment, one batch: new units are opened and report for the open period, units out of scope end, deadlines move, everybody
     * is told. A repeat, however late, tells of each amendment that a unit was not told of; of a campaign that has ended nothing.
     */
    public void tellBatch(String code, int batch) {
        if (!launch.running(code)) {
            return;
        }
        String reason = "Không còn thuộc đối tượng của phong trào theo kế hoạch điều chỉnh.";
        Amendments.Rescoped rescoped = amendments.rescope(code, batch, reason);
        launch.openBatch(code, batch);
        reports.join(code, batch);
        amended.moveReports(code, batch);
        endParts(code, rescoped.ended(), reason);
        Instant remindAt = deadlines.before("RESPONSE_REMIND", rescoped.dueAt());
        rescoped.moved().forEach(unit -> flow.moveDeadline(code, unit, rescoped.dueAt(), remindAt));
        flow.moveReturnWindow(code, rescoped.answered(), rescoped.returnUntil());
        inForce(code, ChangeKind.AMEND).forEach((seq, since) -> tell(code, seq, rescoped.told().entrySet().stream()
                .filter(unit -> !unit.getValue().isAfter(since)).map(Map.Entry::getKey).sorted().toList()));
    }

    /** One batch of a campaign that ends: what is open ends with the reason; after a withdrawal the units are told. */
    public void stopBatch(String code, int batch) {
        String reason = launch.endReason(code);
        List<String> units = launch.stopBatch(code, batch, reason);
        List<String> all = launch.unitsOf(code, batch); // a unit out of scope, or a former one, may have a notice or a report open
        endParts(code, all, reason);
        endNotices(code, all, reason);
        inForce(code, ChangeKind.WITHDRAW).forEach((seq, since) -> tell(code, seq, units));
    }

    /** When each change of this kind came into force, in order. */
    private Map<Integer, Instant> inForce(String code, ChangeKind kind) {
        Map<Integer, Instant> since = new TreeMap<>();
        jdbc.sql("select seq, in_force_at from campaign_change where campaign_code = ? and kind = ? and in_force_at is not null")
                .params(code, kind.name()).query(rs -> {
                    since.put(rs.getInt(1), rs.getTimestamp(2).toInstant());
                });
        return since;
    }

    /** Nobody has to read any more how a plan was changed that has ended; how it ended they do. */
    private void endNotices(String code, List<String> units, String reason) {
        List<String> open = jdbc.sql("update change_notice n set cancel_reason = ? from campaign_change c where n.campaign_code = ? "
                        + "and n.unit_code = any(?) and n.read_at is null and n.cancel_reason is null and c.campaign_code = n.campaign_code "
                        + "and c.seq = n.seq and c.kind = 'AMEND' returning n.seq, n.unit_code").params(reason, code, units.toArray(String[]::new))
                .query((rs, n) -> ChangeView.caseKey(code, rs.getInt(1)) + "/" + rs.getString(2)).list();
        flow.end(open, reason);
    }

    private void endParts(String code, List<String> units, String reason) {
        List<String> open = new ArrayList<>(units.stream().map(unit -> Responses.subject(code, unit)).toList());
        open.addAll(reports.cancel(code, units, reason));
        flow.end(open, reason);
    }

    private void tell(String code, int seq, List<String> units) {
        List<String> untold = jdbc.sql("select unit from unnest(?) unit where not exists (select 1 from change_notice n "
                        + "where n.campaign_code = ? and n.seq = ? and n.unit_code = unit)").params(units.toArray(String[]::new), code, seq)
                .query(String.class).list();
        if (untold.isEmpty()) {
            return;
        }
        Instant due = noticeDue(ChangeView.caseKey(code, seq), untold);
        jdbc.sql("insert into change_notice (campaign_code, seq, unit_code, due_at) select ?, ?, unit, ? from unnest(?) unit")
                .params(code, seq, Timestamp.from(due), untold.toArray(String[]::new)).update();
        String title = campaigns.plan(code).title();
        Map<String, String> names = organisation.namesToday(untold);
        untold.forEach(unit -> flow.tell(new Notice(code, title, seq, unit, names.get(unit), due)));
    }

    /**
     * By when these units read a change. The first that are told fix the day for all; those that are told so late (a batch that was repeated)
     * that it would be another day have one of their own, and nobody else's moves.
     */
    private Instant noticeDue(String change, List<String> units) {
        Instant now = clock.instant();
        Optional<Instant> standing = deadlines.of(change).standing(NOTICE);
        if (standing.isEmpty()) {
            return deadlines.of(change).due(NOTICE, now);
        }
        Instant due = deadlines.due(NOTICE, now).dueAt();
        if (!due.equals(standing.get())) {
            units.forEach(unit -> deadlines.of(change + "/" + unit).due(NOTICE, now));
        }
        return due;
    }

    /** The unit has read the change. */
    public void read(Actor actor, String code, int seq, String unit) {
        jdbc.sql("update change_notice set read_by = ?, read_at = ? where campaign_code = ? and seq = ? and unit_code = ?")
                .params(actor.userId(), now(), code, seq, unit).update();
    }

    /** The unit has not read the change in time; listed, nothing is held up. */
    public void unread(String code, int seq, String unit) {
        jdbc.sql("update change_notice set overdue_at = ? where campaign_code = ? and seq = ? and unit_code = ?")
                .params(now(), code, seq, unit).update();
    }

    // ---- reading ----------------------------------------------------------------------------------------------------

    /** How many units were told, have read, and are late with reading. */
    public record Told(long units, long read, long overdue) {
    }

    /** How far a change has reached its units. */
    @Transactional(readOnly = true)
    public Told told(String code, int seq) {
        return jdbc.sql("select count(*) as units, count(read_at) as read, count(*) filter (where read_at is null and overdue_at is not null) "
                + "as overdue from change_notice where campaign_code = ? and seq = ? and cancel_reason is null").params(code, seq)
                .query(Told.class).single();
    }

    /** All changes of a campaign in order. */
    @Transactional(readOnly = true)
    public List<ChangeView> list(String code) {
        return jdbc.sql(CHANGES + "order by c.seq").param(code).query(this::row).list();
    }

    /**
     * The changes of a campaign this person may see: a unit sees those in force, the offices and the drafters also what is being drafted.
     *
     * @throws NotFound also for those who may not see the campaign
     */
    @Transactional(readOnly = true)
    public List<ChangeView> list(Actor actor, String code) {
        access.requireVisible(actor, code);
        boolean all = access.readsDrafts(actor, code);
        return list(code).stream().filter(change -> all || change.inForceAt() != null).toList();
    }

    /** One change. @throws NotFound */
    @Transactional(readOnly = true)
    public ChangeView get(String code, int seq) {
        return jdbc.sql(CHANGES + "and c.seq = ?").params(code, seq).query(this::row).optional()
                .orElseThrow(() -> new NotFound("Phong trào " + code + " không có lần điều chỉnh, thu hồi này."));
    }

    private ChangeView row(ResultSet rs, int n) throws SQLException {
        String code = rs.getString("campaign_code");
        String content = rs.getString("plan");
        Plan plan = content == null ? null : amendments.read(content);
        int base = rs.getInt("base_version");
        Timestamp inForce = rs.getTimestamp("in_force_at");
        return new ChangeView(code, rs.getInt("seq"), ChangeKind.valueOf(rs.getString("kind")), rs.getString("status"),
                rs.getString("reason"), rs.getString("grounds"), base, plan, plan == null ? List.of() : amendments.changes(code, base, plan),
                rs.getString("begun_by"), rs.getTimestamp("begun_at").toInstant(), inForce == null ? null : inForce.toInstant());
    }

    private String body(String code) {
        return campaigns.paper(code).map(PaperView::issuingBody).orElse(Campaigns.OWN_BODY);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
