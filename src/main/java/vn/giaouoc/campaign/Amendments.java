package vn.giaouoc.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.time.CaseDeadlines;
import vn.giaouoc.platform.time.DeadlineLedger;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotFound;

/** What an amendment or withdrawal does to a campaign, its plan and its units; who decides so is not asked here. */
@Service
@Transactional
public class Amendments {

    private final CampaignRepository campaigns;
    private final ParticipationRepository participations;
    private final PlanVersions plans;
    private final PlanChecks checks;
    private final Launch launch;
    private final Organisation organisation;
    private final Deadlines deadlines;
    private final DeadlineLedger ledger;
    private final Clock clock;

    Amendments(CampaignRepository campaigns, ParticipationRepository participations, PlanVersions plans, PlanChecks checks,
               Launch launch, Organisation organisation, Deadlines deadlines, DeadlineLedger ledger, Clock clock) {
        this.campaigns = campaigns;
        this.participations = participations;
        this.plans = plans;
        this.checks = checks;
        this.launch = launch;
        this.organisation = organisation;
        this.deadlines = deadlines;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What became of the units of a batch.
     *
     * @param told     when those that take part already were asked
     * @param ended    those no longer in scope, also when they wait to be opened
     * @param moved    of those that go on, those whose deadline moved to {@code dueAt}
     * @param answered of those that go on, those whose answer may be sent back until {@code returnUntil}
     */
    public record Rescoped(Map<String, Instant> told, List<String> ended, List<String> moved, List<String> answered, Instant dueAt,
                           Instant returnUntil) {
    }

    /** The engine group that drafted the plan and drafts its changes. */
    @Transactional(readOnly = true)
    public String draftGroup(String code) {
        return campaign(code).draftGroup();
    }

    /**
     * Checks the plan as it shall be, changing nothing.
     *
     * @throws InvalidInput it does not hold, or it is the plan in force
     */
    @Transactional(readOnly = true)
    public List<Finding> check(String code, Plan plan, Errors errors, Map<String, String> reasons) {
        Plan inForce = plans.get(code, campaign(code).planVersion());
        boolean sameDue = plan.responseDue() != null && plan.responseDue().equals(inForce.responseDue());
        List<Finding> findings = checks.check(sameDue ? plan.withoutResponseDue() : plan, List.of(), errors, reasons);
        if (changes(code, campaign(code).planVersion(), plan).isEmpty()) {
            throw new InvalidInput("title", "Kế hoạch chưa có nội dung nào thay đổi.");
        }
        return findings;
    }

    /** What differs between a stored version and a plan. */
    @Transactional(readOnly = true)
    public List<PlanChange> changes(String code, int version, Plan plan) {
        Plan before = plans.get(code, version);
        Set<String> units = new HashSet<>(before.namedUnits());
        units.addAll(plan.namedUnits());
        Map<String, String> names = organisation.names(units);
        return PlanDiff.between(before, plan, names::get);
    }

    /** Keeps what the checks found on an amendment, with the reasons given. */
    public void record(Actor actor, String code, List<Finding> findings, Map<String, String> reasons) {
        plans.record(code, findings, reasons, actor.userId(), clock.instant());
    }

    /** The plan as JSON, to be kept with its change. */
    public String write(Plan plan) {
        return plans.write(plan);
    }

    /** The plan of {@link #write}. */
    public Plan read(String content) {
        return plans.read(content);
    }

    /** The amended plan is in force; units new in scope are listed. @return all batches of the campaign */
    public List<Integer> amend(String code, Plan plan, String by) {
        Campaign campaign = campaign(code);
        Instant due = campaign.responseDueAt();
        Instant returnUntil = campaign.returnUntil();
        if (plan.responseDue() != null) {
            CaseDeadlines own = deadlines.of(code);
            due = deadlines.at(plan.responseDue());
            own.typed("RESPONSE_DUE");
            own.before("RESPONSE_REMIND", due, null);
            returnUntil = own.due("RESPONSE_RETURN_WINDOW", due);
        }
        int version = campaign.amend(plan, due, returnUntil);
        campaigns.flush(); // plan_version refers to it
        plans.save(code, version, plan, by, clock.instant());
        Instant ownDue = deadlines.due("RESPONSE_DUE", clock.instant()).dueAt();
        launch.list(campaign, plan, ownDue.isAfter(due) ? ownDue : due);
        return launch.batches(code);
    }

    /** The campaign is withdrawn. @return its batches, to be ended */
    public List<Integer> withdraw(String code, String reason) {
        campaign(code).withdraw(reason, clock.instant());
        return launch.batches(code);
    }

    /** Ends the parts of a batch that are no longer in scope and moves deadlines that are not met yet. */
    public Rescoped rescope(String code, int batch, String reason) {
        Campaign campaign = campaign(code);
        Plan plan = plans.get(code, campaign.planVersion());
        Instant due = campaign.responseDueAt();
        List<Participation> units = participations.inForce(code, batch);
        Map<String, Instant> told = units.stream().filter(unit -> unit.openedAt() != null && unit.begun())
                .collect(Collectors.toMap(Participation::unitCode, Participation::openedAt));
        Set<String> scope = launch.inScope(plan, units.stream().map(Participation::unitCode).toList());
        Set<String> own = Set.copyOf(ledger.ownUnder(code, "RESPONSE_DUE"));
        List<String> ended = new ArrayList<>();
        List<String> moved = new ArrayList<>();
        for (Participation unit : units) {
            boolean hasOwn = own.contains(Responses.subject(code, unit.unitCode()));
            if (!scope.contains(unit.unitCode())) {
                unit.cancel(reason);
                ended.add(unit.unitCode());
            } else if (unit.extend(due, hasOwn)) {
                moved.add(unit.unitCode());
                if (hasOwn) {
                    deadlines.of(Responses.subject(code, unit.unitCode())).typed("RESPONSE_DUE", "RESPONSE_REMIND"); // the campaign's again
                }
            }
        }
        participations.flush();
        return new Rescoped(told, ended, moved, units.stream().filter(unit -> unit.answered() && !ended.contains(unit.unitCode()))
                .map(Participation::unitCode).toList(), due, campaign.returnUntil());
    }

    private Campaign campaign(String code) {
        return campaigns.findById(code).orElseThrow(() -> new NotFound("Không tìm thấy phong trào " + code + "."));
    }
}
