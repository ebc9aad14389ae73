package vn.giaouoc.workflow.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.action.ActionKind;
import vn.giaouoc.action.BlocActions;
import vn.giaouoc.action.NewAction;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.review.Conclusion;
import vn.giaouoc.review.InspectionOpening;
import vn.giaouoc.review.ReviewFlow;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.review.ReviewOpening;
import vn.giaouoc.workflow.campaign.CampaignVariables;
import vn.giaouoc.workflow.covenant.BlocYearProcess;
import vn.giaouoc.workflow.response.OpenCases;
import vn.giaouoc.workflow.response.ResponseProcess;

/**
 * Answers for the engine what reviews ask of it. Messages go out in the transaction of the act, under the review's row lock: of two
 * members acting at the same moment the second sees what the first did, and only one of them sends.
 */
@Component
class ReviewEngine implements ReviewFlow {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final BlocActions actions;
    private final OpenCases cases;
    private final AsSystem asSystem;

    ReviewEngine(@Lazy RuntimeService runtime, @Lazy ManagementService management, @Lazy BlocActions actions, OpenCases cases,
                 @Lazy AsSystem asSystem) {
        this.runtime = runtime;
        this.management = management;
        this.actions = actions;
        this.cases = cases;
        this.asSystem = asSystem;
    }

    @Override
    public boolean begin(String blocYear) {
        return asSystem.get(() -> !runtime.createMessageCorrelation(BlocYearProcess.MID_TERM_REVIEW).processInstanceBusinessKey(blocYear)
                .correlateAllWithResult().isEmpty());
    }

    @Override
    public void beginMoved(String blocYear, Instant beginsAt) {
        asSystem.run(() -> runtime.createProcessInstanceQuery().processDefinitionKey(BlocYearProcess.KEY).processInstanceBusinessKey(blocYear)
                .list().forEach(year -> {
                    runtime.setVariable(year.getId(), BlocYearProcess.REVIEW_BEGINS_AT, Date.from(beginsAt));
                    management.createJobQuery().processInstanceId(year.getId()).activityId(BlocYearProcess.REVIEW_TIMER).list()
                            .forEach(job -> management.setJobDuedate(job.getId(), Date.from(beginsAt)));
                }));
    }

    @Override
    public void allReviewed(String key) {
        tell(List.of(key), ReviewProcess.ALL_REVIEWED);
    }

    @Override
    public void allInspected(String key) {
        tell(List.of(key), ReviewProcess.ALL_INSPECTED);
    }

    /** The members' parts and inspections hear that the review has ended; who has ended already hears nothing. */
    void closed(Collection<String> keys) {
        tell(keys, ReviewProcess.REVIEW_CLOSED);
    }

    private void tell(Collection<String> keys, String message) {
        asSystem.run(() -> keys.forEach(key -> runtime.createMessageCorrelation(message).processInstanceBusinessKey(key).correlateAll()));
    }

    @Override
    public void end(List<String> keys, String reason) {
        asSystem.run(() -> cases.end(keys, reason));
    }

    @Override
    public void openActions(String blocYear, String key, String headUnit, List<Conclusion> conclusions, List<Conclusion> tasks) {
        List<NewAction> all = new ArrayList<>();
        conclusions.forEach(row -> all.add(action(key, all.size() + 1, row, ActionKind.CONCLUSION)));
        tasks.forEach(row -> all.add(action(key, all.size() + 1, row, ActionKind.SECOND_HALF_TASK)));
        actions.open(blocYear, headUnit, all);
    }

    private static NewAction action(String key, int no, Conclusion row, ActionKind kind) {
        return new NewAction(key, no, row.content(), row.ownerUnit(), row.dueOn(), kind);
    }

    /** Every member gets its part. */
    void openMembers(ReviewOpening opening) {
        opening.members().forEach(member -> runtime.startProcessInstanceByKey(ReviewProcess.MEMBER_KEY, member.key(), Map.of(
                BlocYearProcess.CASE_CODE, ReviewKey.parse(opening.key()).blocYear(),
                BlocYearProcess.TITLE, CampaignVariables.shortened(opening.title()), ResponseProcess.UNIT_NAME, member.unitName(),
                ResponseProcess.UNIT_GROUP, member.unitGroup(), ResponseProcess.UNIT_LEAD_GROUP, member.leadGroup(),
                ResponseProcess.DUE_AT, Date.from(opening.dueAt()), ResponseProcess.REMIND_AT, Date.from(opening.remindAt()),
                ResponseProcess.READY, member.ready())));
    }

    /** Every inspector gets its inspection. */
    void openInspections(InspectionOpening opening) {
        opening.assigned().forEach(row -> runtime.startProcessInstanceByKey(ReviewProcess.INSPECTION_KEY, row.key(), Map.of(
                BlocYearProcess.CASE_CODE, ReviewKey.parse(opening.key()).blocYear(),
                BlocYearProcess.TITLE, CampaignVariables.shortened(opening.title()), ResponseProcess.UNIT_NAME, row.inspectorName(),
                ResponseProcess.UNIT_GROUP, row.inspectorGroup(), ReviewProcess.INSPECTED_GROUP, row.inspectedGroup(),
                ResponseProcess.DUE_AT, Date.from(opening.dueAt()), ResponseProcess.READY, row.ready())));
    }
}
