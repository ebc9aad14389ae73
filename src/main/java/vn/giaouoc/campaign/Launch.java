package vn.giaouoc.campaign;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.document.PaperRegistry;
import vn.giaouoc.document.Papers;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.UnitView;
import vn.giaouoc.platform.time.CaseDeadlines;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/** A campaign from the number of its signed plan to the end of following: issued, opened to the units, followed. */
@Service
@Transactional
public class Launch implements PaperRegistry {

    /** Units opened by one job. */
    private static final int BATCH = 50;
    private static final String FOLLOW = "CAMPAIGN_FOLLOW";
    /** Slot of the day from which {@link #FOLLOW} is counted: the tổng kết report is consolidated. */
    private static final String FOLLOW_FROM = "FOLLOW_FROM";

    private final CampaignRepository campaigns;
    private final ParticipationRepository participations;
    private final PlanVersions plans;
    private final PlanChecks checks;
    private final Papers papers;
    private final Organisation organisation;
    private final Deadlines deadlines;
    private final CampaignFlow flow;
    private final JdbcClient jdbc;
    private final Clock clock;

    Launch(CampaignRepository campaigns, ParticipationRepository participations, PlanVersions plans, PlanChecks checks,
           Papers papers, Organisation organisation, Deadlines deadlines, CampaignFlow flow,
           JdbcClient jdbc, Clock clock) {
        this.campaigns = campaigns;
        this.participations = participations;
        this.plans = plans;
        this.checks = checks;
        this.papers = papers;
        this.organisation = organisation;
        this.deadlines = deadlines;
        this.flow = flow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean registers(String paperId) {
        return paperId.startsWith(CampaignAccess.PREFIX);
    }

    /** C05 for the date văn thư enters. Changes nothing. */
    @Override
    @Transactional(readOnly = true)
    public List<Finding> registrationFindings(LocalDate issueDate) {
        return checks.issueDateFindings(issueDate);
    }

    @Override
    public void note(Actor actor, String caseCode, List<Finding> findings, Map<String, String> reasons) {
        plans.record(caseCode, findings, reasons, actor.userId(), clock.instant());
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
            CaseDeadlines own = deadlines.of(code);
            own.passed("CAMPAIGN_DRAFT", "CAMPAIGN_COMMENT");
            Instant due = plan.responseDue() == null ? own.due("RESPONSE_DUE", now) : deadlines.at(plan.responseDue());
            own.before("RESPONSE_REMIND", due, "RESPONSE_DUE"); // once for all units; each batch reckons it again
            campaign.issue(now, due, own.due("RESPONSE_RETURN_WINDOW", due, "RESPONSE_DUE"));
            list(campaign, plan, due);
        }
        return new Issued(batches(code), paper.number() != null, supplyDue(paper), followUntil(code),
                followGroups(plan));
    }

    private Instant supplyDue(PaperView paper) {
        return paper.number() != null ? deadlines.due("SUPPLY_NUMBER", clock.instant()).dueAt() // nobody waits for it
                : deadlines.of(paper.caseCode()).due("SUPPLY_NUMBER", clock.instant());
    }

    /**
     * Lists the units in scope that take no part yet, nor through a former unit (again, after they were out of it), in new batches; few
     * statements for any number.
     *
     * @param due by when those that are listed answer
     */
    void list(Campaign campaign, Plan plan, Instant due) {
        String[] units = scope(plan).stream().map(UnitView::code).toArray(String[]::new);
        jdbc.sql("update participation set cancel_reason = null, status = 'PENDING', due_at = ?, reminded_at = null, escalated_at = null, "
                        + "urge_note = null, promised_date = null, version = version + 1 "
                        + "where campaign_code = ? and status = 'CANCELLED' and unit_code = any(?)")
                .params(Timestamp.from(due), campaign.code(), units).update();
        jdbc.sql("update participation set cancel_reason = null, version = version + 1 where campaign_code = ? "
                + "and cancel_reason is not null and unit_code = any(?)").params(campaign.code(), units).update();
        jdbc.sql("insert into participation (campaign_code, unit_code, batch, status, due_at, version) "
                        + "select :code, unit, :first + (row_number() over (order by place) - 1) / :size, 'PENDING', :due, 0 "
                        + "from unnest(:units) with ordinality as t (unit, place) where not exists (select 1 from participation x "
                        + "where x.campaign_code = :code and (x.unit_code = unit or x.cancel_reason is null "
                        + "and x.unit_code in (select former from unit_heir where heir = unit)))")
                .param("code", campaign.code()).param("first", batches(campaign.code()).size()).param("size", BATCH)
                .param("due", Timestamp.from(due)).param("units", units).update();
    }

    /** The units a plan is addressed to. */
    List<UnitView> scope(Plan plan) {
        return organisation.unitsOfKinds(plan.unitKinds()).stream().filter(unit -> inScope(plan, unit)).toList();
    }

    /** Of these units, the codes of those a plan is addressed to; a former unit as the one that does its work today. */
    Set<String> inScope(Plan plan, Collection<String> codes) {
        Map<String, String> today = organisation.current(codes);
        Set<String> working = organisation.units(today.values()).stream()
                .filter(unit -> plan.unitKinds().contains(unit.kind()) && inScope(plan, unit)).map(UnitView::code)
                .collect(Collectors.toSet());
        return codes.stream().filter(code -> working.contains(today.get(code)) && !plan.excludedUnits().contains(code))
                .collect(Collectors.toSet());
    }

    private static boolean inScope(Plan plan, UnitView unit) {
        return unit.active() && unit.hasAccount() && !plan.excludedUnits().contains(unit.code());
    }

    List<Integer> batches(String code) {
        return jdbc.sql("select distinct batch from participation where campaign_code = ? order by batch").param(code)
                .query(Integer.class).list();
    }

    /**
     * By when a campaign is followed: until its tổng kết report was consolidated and has gone through the chain of approval. Three months
     * after its end while the table of holidays does not reach so far; reckoned again when the tổng kết begins.
     */
    public Instant followUntil(String code) {
        Plan plan = plan(campaign(code));
        CaseDeadlines own = deadlines.of(code);
        boolean counted = plan.finalReviewDate() == null;
        Instant end = deadlines.at(counted ? plan.to() : plan.finalReviewDate());
        Instant review = counted ? deadlines.dueIfKnown("FINAL_REVIEW", end).orElse(null) : end;
        Instant consolidated = review == null ? null : deadlines.dueIfKnown("REPORT_CONSOLIDATE", review).orElse(null);
        if (consolidated == null || deadlines.dueIfKnown(FOLLOW, consolidated).isEmpty()) {
            own.typed(FOLLOW, FOLLOW_FROM);
            return deadlines.at((counted ? plan.to() : plan.finalReviewDate()).plusMonths(3));
        }
        if (counted) {
            own.due("FINAL_REVIEW", end);
        } else {
            own.typed("FINAL_REVIEW");
        }
        own.dueAs(FOLLOW_FROM, "REPORT_CONSOLIDATE", review, counted ? "FINAL_REVIEW" : null);
        return own.due(FOLLOW, consolidated, FOLLOW_FROM);
    }

    /** Engine groups that follow a campaign: Sở Nội vụ and the standing agencies. */
    public static List<String> followGroups(Plan plan) {
        return Stream.concat(Stream.of(Campaigns.DRAFTERS), Campaigns.standingGroups(plan).stream()).distinct().toList();
    }

    /**
     * Opens the units of one batch that are not open yet; all of them or, when the job fails, none. A unit that cannot be given work holds up
     * nobody: its own case waits for it.
     */
    public void openBatch(String code, int batch) {
        Campaign campaign = campaign(code);
        Term usual = new Term(campaign.responseDueAt(), deadlines.before("RESPONSE_REMIND", campaign.responseDueAt()));
        List<Pending> pending = jdbc.sql("select unit_code, due_at from participation where campaign_code = ? and batch = ? "
                + "and status = 'PENDING' order by unit_code for update").params(code, batch)
                .query((rs, n) -> new Pending(rs.getString(1), rs.getTimestamp(2).toInstant())).list();
        Map<String, Organisation.Readiness> units = organisation.readiness(pending.stream().map(Pending::unitCode).toList());
        opened(code, pending.stream().map(Pending::unitCode).filter(unit -> units.get(unit).ready()).toList());
        for (Pending participation : pending) {
            Organisation.Readiness unit = units.get(participation.unitCode());
            if (!unit.ready()) {
                jdbc.sql("update participation set status = 'BLOCKED', problem = ?, version = version + 1 where campaign_code = ? and unit_code = ?")
                        .params(unit.problem(), code, unit.unitCode()).update();
            }
            Term term = participation.dueAt().isAfter(usual.dueAt()) ? ownTerm(code, unit.unitCode()) : usual;
            flow.open(new UnitOpening(code, campaign.title(), unit.unitCode(), unit.unitName(), term.remindAt(), term.dueAt(), unit.ready()));
        }
    }

    private record Pending(String unitCode, Instant dueAt) {
    }

    private record Term(Instant dueAt, Instant remindAt) {
    }

    /** A unit that is asked too late for the campaign's deadline has its own, counted from now. */
    private Term ownTerm(String code, String unit) {
        CaseDeadlines own = deadlines.of(Responses.subject(code, unit));
        Instant due = own.due("RESPONSE_DUE", clock.instant());
        jdbc.sql("update participation set due_at = ?, version = version + 1 where campaign_code = ? and unit_code = ?")
                .params(Timestamp.from(due), code, unit).update();
        return new Term(due, own.before("RESPONSE_REMIND", due, "RESPONSE_DUE"));
    }

    /** One statement for a whole batch. */
    private void opened(String code, List<String> units) {
        jdbc.sql("update participation set status = 'OPEN', problem = null, opened_at = ?, version = version + 1 where campaign_code = ? "
                + "and unit_code = any(?)").params(Timestamp.from(clock.instant()), code, units.toArray(String[]::new)).update();
    }

    /**
     * Opens a unit that could not be given work before. @return its name
     *
     * @throws ConflictRefusal why it still cannot
     */
    public String openUnit(String code, String unit) {
        Organisation.Readiness found = organisation.readiness(List.of(unit)).get(unit);
        if (!found.ready()) {
            throw new ConflictRefusal(found.problem());
        }
        participations.findById(new Participation.Id(code, unit)).orElseThrow(() -> new NotFound("Đơn vị không tham gia phong trào này."))
                .open(clock.instant());
        return found.unitName();
    }

    /** Văn thư enters the number of a plan issued outside, found later. */
    public void supplyNumber(Actor actor, String code, String number) {
        papers.supplyNumber(Campaigns.paperOf(code), actor, number);
    }

    /** Whether this person closes campaigns: Sở Nội vụ does. */
    public boolean mayClose(Actor actor) {
        return actor.in(Campaigns.DRAFTERS);
    }

    /** Until the transaction ends, who else closes the campaign or begins to change it waits. */
    public void hold(String code) {
        jdbc.sql("select code from campaign where code = ? for update").param(code).query(String.class).list();
    }

    /** What of the launch still waits, as officials read it: the number of the plan, or units to be opened. */
    @Transactional(readOnly = true)
    public Optional<String> unfinished(String code) {
        if (papers.get(Campaigns.paperOf(code)).number() == null) {
            return Optional.of("kế hoạch chưa có số, ký hiệu; văn thư bổ sung số, ký hiệu trước.");
        }
        int waiting = jdbc.sql("select count(*) from participation where campaign_code = ? and status = 'PENDING'").param(code)
                .query(Integer.class).single();
        return waiting == 0 && flow.failedBatches(code) == 0 ? Optional.empty()
                : Optional.of("còn đợt mở cho các đơn vị chưa xong (" + waiting + " đơn vị đang chờ); người giám sát xử lý đợt lỗi trước.");
    }

    /** Checks who closes and what is said. Whether the campaign's reports allow it is asked by their own room. */
    @Transactional(readOnly = true)
    public void checkClose(Actor actor, String conclusion) {
        if (!mayClose(actor)) {
            throw new NotAllowed("Chỉ Sở Nội vụ kết thúc phong trào.");
        }
        var errors = new Errors();
        errors.text(conclusion, "conclusion", true, 20_000, "Nhập kết luận.");
        errors.refuse();
    }

    /** SNV closes the campaign. @return when its file is due in the archive */
    public Instant close(Actor actor, String code, String conclusion) {
        checkClose(actor, conclusion);
        campaign(code).close(conclusion, clock.instant());
        return archiveDue(code);
    }

    /** When the file of a campaign that ends now is due in the archive (Luật Lưu trữ). */
    public Instant archiveDue(String code) {
        return deadlines.of(code).due("CAMPAIGN_ARCHIVE", clock.instant());
    }

    /** The file goes to the archive. */
    public void archive(String code) {
        campaign(code).archive(clock.instant());
    }

    /**
     * Ends the parts of one batch that are not answered, with the reason; what was written stays, what was answered is not touched.
     *
     * @return the units of the batch that took part until now
     */
    public List<String> stopBatch(String code, int batch, String reason) {
        List<Participation> units = participations.inForce(code, batch);
        units.stream().filter(participation -> !participation.answered()).forEach(participation -> participation.cancel(reason));
        return units.stream().map(Participation::unitCode).toList();
    }

    /** The units of one batch, also those that take no part any more. */
    @Transactional(readOnly = true)
    public List<String> unitsOf(String code, int batch) {
        return jdbc.sql("select unit_code from participation where campaign_code = ? and batch = ? order by unit_code").params(code, batch)
                .query(String.class).list();
    }

    /** Whether the campaign is issued and neither closed nor withdrawn. */
    @Transactional(readOnly = true)
    public boolean running(String code) {
        return campaign(code).status() == Campaign.Status.ISSUED;
    }

    /** Why the campaign ends: it was withdrawn, or closed. */
    @Transactional(readOnly = true)
    public String endReason(String code) {
        Campaign campaign = campaign(code);
        return campaign.withdrawReason() == null ? "Phong trào đã kết thúc." : "Phong trào đã thu hồi: " + campaign.withdrawReason();
    }

    private Plan plan(Campaign campaign) {
        return plans.get(campaign.code(), campaign.planVersion());
    }

    private Campaign campaign(String code) {
        return campaigns.findById(code).orElseThrow(() -> new NotFound("Không tìm thấy phong trào " + code + "."));
    }
}
