package vn.giaouoc.workflow.campaign;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.CampaignFlow;
import vn.giaouoc.campaign.CampaignStart;
import vn.giaouoc.campaign.Responses;
import vn.giaouoc.campaign.UnitOpening;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.workflow.response.OpenCases;
import vn.giaouoc.workflow.response.ResponseProcess;
import vn.giaouoc.workflow.response.UnitVariables;

/** Answers for the engine what campaigns ask of it. */
@Component
class CampaignEngine implements CampaignFlow {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final OpenCases cases;
    private final AsSystem asSystem;

    CampaignEngine(@Lazy RuntimeService runtime, @Lazy ManagementService management, OpenCases cases, @Lazy AsSystem asSystem) {
        this.runtime = runtime;
        this.management = management;
        this.cases = cases;
        this.asSystem = asSystem;
    }

    @Override
    public void start(CampaignStart start) {
        // Campaigns has checked who may start; nobody may start an instance past it.
        asSystem.run(() -> runtime.startProcessInstanceByKey(CampaignProcess.KEY, start.code(), CampaignVariables.of(start)));
    }

    @Override
    public void open(UnitOpening opening) {
        runtime.startProcessInstanceByKey(ResponseProcess.KEY, Responses.subject(opening.campaignCode(), opening.unitCode()), 
                UnitVariables.of(opening.campaignCode(), opening.campaignTitle(), opening.unitCode(), opening.unitName(),
                        opening.remindAt(), opening.dueAt(), opening.ready()));
    }

    @Override
    public boolean answerReturned(String campaignCode, String unitCode, Instant newDueAt, Instant remindAt) {
        return asSystem.get(() -> !runtime.createMessageCorrelation(ResponseProcess.RETURNED)
                .processInstanceBusinessKey(Responses.subject(campaignCode, unitCode))
                .setVariables(Map.of(ResponseProcess.DUE_AT, Date.from(newDueAt), ResponseProcess.REMIND_AT, Date.from(remindAt)))
                .correlateAllWithResult().isEmpty());
    }

    @Override
    public void end(List<String> businessKeys, String reason) {
        asSystem.run(() -> cases.end(businessKeys, reason));
    }

    @Override
    public long failedBatches(String campaignCode) {
        return failedBatchNumbers(campaignCode).size();
    }

    @Override
    public List<Integer> failedBatchNumbers(String campaignCode) {
        return asSystem.get(() -> {
            ProcessInstance instance = runtime.createProcessInstanceQuery().processDefinitionKey(CampaignProcess.KEY)
                    .processInstanceBusinessKey(campaignCode).singleResult();
            return instance == null ? List.<Integer>of() : management.createJobQuery().processInstanceId(instance.getId())
                    .activityId(CampaignProcess.OPEN_UNITS).noRetriesLeft().list().stream().map(this::batchOf).toList();
        });
    }

    private Integer batchOf(Job job) {
        return (Integer) runtime.getVariable(job.getExecutionId(), CampaignProcess.BATCH);
    }
}
