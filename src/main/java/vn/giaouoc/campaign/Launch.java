package vn.giaouoc.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.document.Papers;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.document.Progress;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.UnitView;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/** A campaign from the number of its signed plan to the end of following: issued, opened to the units, followed. */
@Service
@Transactional
public class Launch {

    /** Units opened by one job. */
    private static final int BATCH = 50;

    private final CampaignRepository campaigns;
    private final ParticipationRepository participations;
    private final PlanVersions plans;
    private final PlanChecks checks;
    private final Papers papers;
    private final Attachments attachments;
    private final Organisation organisation;
    private final Deadlines deadlines;
    private final CampaignFlow flow;
    private final JdbcClient jdbc;
    private final Clock clock;

    Launch(CampaignRepository campaigns, ParticipationRepository participations, PlanVersions plans, PlanChecks checks,
           Papers papers, Attachments attachments, Organisation organisation, Deadlines deadlines, CampaignFlow flow,
           JdbcClient jdbc, Clock clock) {
        this.campaigns = campaigns;
        this.participations = participations;
        this.plans = plans;
        this.checks = checks;
        this.papers = papers;
        this.attachments = attachments;
        this.organisation = organisation;
        this.deadlines = deadlines;
        this.flow = flow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** C05 for the date văn thư enters. Changes nothing. */
    @Transactional(readOnly = true)
    public List<Finding> registrationFindings(LocalDate issueDate) {
        return checks.issueDateFindings(issueDate);
    }

    /** Binds the signed PDF and enters number and date. */
    public Progress registerPlan(Actor actor, String code, String number, LocalDate issueDate, List<FileRef> files) {
        attachments.bind(actor, code, "SIGNED", files);
        plans.record(code, checks.issueDateFindings(issueDate), Map.of(), actor.userId(), clock.instant());
        return papers.register(Campaigns.paperOf(code), actor, number, issueDate, files == null || files.isEmpty() ? null : files.get(0).id());
    }

    /** The plan is issued: the units in scope are listed in batches, to be opened by jobs. A repeat changes nothing. */
    public Issued issue(String code) {
        Campaign campaign = campaign(code);
        Plan plan = plan(campaign);
        PaperView paper = papers.get(Campaigns.paperOf(code));
        if (!paper.issued()) {
            throw new ConflictRefusal("Kế hoạch của phong trào " + code + " chưa được ký, ban hành.");
        }
        if (campaign.status() == Campaign.Status.DRAFTING) {
            Instant now = clock.instant();
            Instant due = plan.responseDue() == null ? deadlines.due("RESPONSE_DUE", now).dueAt()
                    : deadlines.at(plan.responseDue());
            campaign.issue(now, due, deadlines.due("RESPONSE_RETURN_WINDOW", due).dueAt());
            list(campaign, plan);
        }
        return new Issued(batches(code), paper.number() != null, deadlines.due("SUPPLY_NUMBER", clock.instant()).dueAt(), followUntil(plan),
                followGroups(plan));
    }

    private void list(Campaign campaign, Plan plan) {
        String[] units = organisation.unitsOfKinds(plan.unitKinds()).stream()
                .filter(unit -> unit.active() && unit.hasAccount() && !plan.excludedUnits().contains(unit.code()))
                .map(UnitView::code).toArray(String[]::new);
        // One statement for any number of units.
        jdbc.sql("insert into participation (campaign_code, unit_code, batch, status, due_at, version) "
                        + "select ?, unit, (place - 1) / ?, 'PENDING', ?, 0 from unnest(?) with ordinality as t (unit, place)")
                .params(campaign.code(), BATCH, Timestamp.from(campaign.responseDueAt()), units).update();
    }

    private List<Integer> batches(String code) {
        return jdbc.sql("select distinct batch from participation where campaign_code = ? order by batch").param(code)
                .query(Integer.class).list();
    }

    private Instant followUntil(Plan plan) {
        LocalDate end = plan.finalReviewDate() == null ? plan.to() : plan.finalReviewDate();
        return deadlines.at(end);
    }

    private static List<String> followGroups(Plan plan) {
        return Stream.concat(Stream.of(Campaigns.DRAFTERS), plan.themes().stream().map(theme -> Campaigns.draftGroup(theme.agencyCode()))).distinct().toList();
    }

    /** Opens the units of one batch that are not open yet; all of them or, when one fails, none. */
    public void openBatch(String code, int batch) {
        Campaign campaign = campaign(code);
        Instant remindAt = deadlines.before("RESPONSE_REMIND", campaign.responseDueAt());
        for (Participation participation : participations.pending(code, batch)) {
            if (participation.open(clock.instant())) {
                UnitView unit = organisation.unit(participation.unitCode());
                flow.open(new UnitOpening(code, campaign.title(), unit.code(), unit.name(), remindAt, participation.dueAt()));
            }
        }
    }

    /** Văn thư enters the number of a plan issued outside, found later. */
    public void supplyNumber(Actor actor, String code, String number) {
        papers.supplyNumber(Campaigns.paperOf(code), actor, number);
    }

    /** Whether following may end: every unit has answered, or the window is over. @throws ConflictRefusal otherwise, @throws NotAllowed not SNV */
    @Transactional(readOnly = true)
    public void checkClose(Actor actor, String code, String conclusion) {
        if (!actor.in(Campaigns.DRAFTERS)) {
            throw new NotAllowed("Chỉ Sở Nội vụ kết thúc theo dõi phong trào.");
        }
        var errors = new Errors();
        errors.text(conclusion, "conclusion", true, 20_000, "Nhập kết luận theo dõi.");
        errors.refuse();
        if (!canClose(actor, code)) {
            throw new ConflictRefusal("Chưa thể kết thúc theo dõi: còn đơn vị chưa trả lời và phong trào chưa hết thời gian.");
        }
    }

    /** Whether this person may end following now: Sở Nội vụ, once every unit has answered or the window is over. */
    @Transactional(readOnly = true)
    public boolean canClose(Actor actor, String code) {
        long open = jdbc.sql("select count(*) from participation where campaign_code = ? and status <> 'ANSWERED'").param(code)
                .query(Long.class).single();
        return actor.in(Campaigns.DRAFTERS) && (open == 0 || LocalDate.now(clock).isAfter(plan(campaign(code)).to()));
    }

    /** SNV ends following the launch. */
    public void close(Actor actor, String code, String conclusion) {
        checkClose(actor, code, conclusion);
        campaign(code).close(conclusion, clock.instant());
    }

    private Plan plan(Campaign campaign) {
        return plans.get(campaign.code(), campaign.planVersion());
    }

    private Campaign campaign(String code) {
        return campaigns.findById(code).orElseThrow(() -> new NotFound("Không tìm thấy phong trào " + code + "."));
    }
}
