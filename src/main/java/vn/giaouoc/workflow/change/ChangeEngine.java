package vn.giaouoc.workflow.change;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Responses;
import vn.giaouoc.change.ChangeFlow;
import vn.giaouoc.change.Changes;
import vn.giaouoc.change.ChangeStart;
import vn.giaouoc.change.ChangeView;
import vn.giaouoc.change.Notice;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.workflow.campaign.CampaignProcess;
import vn.giaouoc.workflow.campaign.CampaignVariables;
import vn.giaouoc.workflow.report.ReportProcess;
import vn.giaouoc.workflow.response.OpenCases;
import vn.giaouoc.workflow.response.OpenTasks;
import vn.giaouoc.workflow.response.ResponseProcess;
import vn.giaouoc.workflow.succession.TaskMoves;

/** Answers for the engine what changes ask of it. */
@Component
class ChangeEngine implements ChangeFlow {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final OpenTasks tasks;
    private final TaskMoves moves;
    private final OpenCases cases;
    private final AsSystem asSystem;
    private final Clock clock;

    ChangeEngine(@Lazy RuntimeService runtime, @Lazy ManagementService management, OpenTasks tasks, TaskMoves moves, OpenCases cases,
            @Lazy AsSystem asSystem, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.moves = moves;
        this.cases = cases;
        this.asSystem = asSystem;
        this.clock = clock;
    }

    @Override
    public void start(ChangeStart start) {
        // Changes has checked who may begin one.
        asSystem.run(() -> runtime.startProcessInstanceByKey(ChangeProcess.KEY, ChangeView.caseKey(start.campaignCode(), start.seq()),
                Map.of(CampaignProcess.CASE_CODE, start.campaignCode(),
                        CampaignProcess.TITLE, CampaignVariables.shortened(start.campaignTitle()),
                        CampaignProcess.DRAFT_GROUP, start.draftGroup(), CampaignProcess.DRAFT_DUE_AT, Date.from(start.draftDueAt()))));
    }

    @Override
    public void amended(String campaignCode, List<Integer> batches, Instant followUntil) {
        runtime.createMessageCorrelation(CampaignProcess.PLAN_AMENDED).processInstanceBusinessKey(campaignCode)
                .setVariable(CampaignProcess.BATCHES, new ArrayList<>(batches))
                .setVariable(CampaignProcess.TELL_BATCHES, new ArrayList<>(batches)).correlate();
        runtime.setVariable(instance(campaignCode).orElseThrow(), CampaignProcess.FOLLOW_DUE_AT, Date.from(followUntil));
        tasks.due(instance(campaignCode).orElseThrow(), CampaignProcess.FOLLOW, followUntil);
        // Only a campaign that waits for its next report hears this; one that is opening it reads the plan in force anyway.
        runtime.createMessageCorrelation(CampaignProcess.REPORTING_MOVED).processInstanceBusinessKey(campaignCode).correlateAll();
    }

    @Override
    public void followedBy(String campaignCode, List<String> groups) {
        give(campaignCode, CampaignProcess.FOLLOW_GROUPS, CampaignProcess.FOLLOW, groups);
    }

    @Override
    public void consolidatedBy(String periodCase, List<String> groups) {
        give(periodCase, ReportProcess.REPORT_GROUPS, ReportProcess.CONSOLIDATE, groups);
    }

    /** The variable the model names, and the tasks that were given out by what it said before. */
    private void give(String businessKey, String variable, String userTask, List<String> groups) {
        instance(businessKey).ifPresent(id -> {
            runtime.setVariable(id, variable, new ArrayList<>(groups));
            moves.give(tasks.of(id, userTask), groups);
        });
    }

    @Override
    public void withdrawn(String campaignCode, List<Integer> batches, Instant archiveAt) {
        runtime.createMessageCorrelation(CampaignProcess.WITHDRAWN).processInstanceBusinessKey(campaignCode)
                .setVariable(CampaignProcess.BATCHES, new ArrayList<>(batches))
                .setVariable(CampaignProcess.ARCHIVE_AT, Date.from(archiveAt)).correlate();
    }

    @Override
    public void tell(Notice notice) {
        runtime.startProcessInstanceByKey(ChangeProcess.NOTICE_KEY,
                ChangeView.caseKey(notice.campaignCode(), notice.seq()) + "/" + notice.unitCode(), Map.of(
                        CampaignProcess.CASE_CODE, notice.campaignCode(),
                        CampaignProcess.TITLE, CampaignVariables.shortened(notice.campaignTitle()),
                        ResponseProcess.UNIT_NAME, notice.unitName(),
                        ResponseProcess.UNIT_GROUP, Organisation.unitGroup(notice.unitCode()),
                        ChangeProcess.NOTICE_DUE_AT, Date.from(notice.dueAt())));
    }

    @Override
    public void end(List<String> businessKeys, String reason) {
        asSystem.run(() -> cases.end(businessKeys, reason));
    }

    @Override
    public void moveReturnWindow(String campaignCode, List<String> units, Instant until) {
        units.forEach(unit -> instance(Responses.subject(campaignCode, unit))
                .filter(id -> !Date.from(until).equals(runtime.getVariable(id, ResponseProcess.RETURN_UNTIL))).ifPresent(id -> {
                    runtime.setVariable(id, ResponseProcess.RETURN_UNTIL, Date.from(until));
                    management.createJobQuery().processInstanceId(id).timers().list() // an answered case waits for nothing else
                            .forEach(timer -> management.setJobDuedate(timer.getId(), Date.from(until)));
                }));
    }

    @Override
    public void moveDeadline(String campaignCode, String unitCode, Instant dueAt, Instant remindAt) {
        instance(Responses.subject(campaignCode, unitCode)).ifPresent(id -> {
            Map<String, Instant> moments = Map.of(ResponseProcess.DUE_AT, dueAt, ResponseProcess.REMIND_AT, remindAt);
            moments.forEach((name, moment) -> runtime.setVariable(id, name, Date.from(moment)));
            if (dueAt.isAfter(clock.instant())) { // who is urged no longer has to be, until the new day has passed
                runtime.createMessageCorrelation(ResponseProcess.EXTENDED).processInstanceId(id).correlateAll();
            }
            for (Job timer : management.createJobQuery().processInstanceId(id).timers().list()) {
                management.setJobDuedate(timer.getId(), Date.from(ResponseProcess.isReminder(timer.getJobDefinitionId() == null ? ""
                        : activity(timer)) ? remindAt : dueAt));
            }
            tasks.due(id, null, dueAt);
        });
    }

    private String activity(Job timer) {
        return management.createJobDefinitionQuery().jobDefinitionId(timer.getJobDefinitionId()).singleResult().getActivityId();
    }

    private Optional<String> instance(String businessKey) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).rootProcessInstances()
                .singleResult()).map(ProcessInstance::getId);
    }
}
