package vn.giaouoc.workflow.succession;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.SuccessionFlow;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.workflow.campaign.CampaignProcess;
import vn.giaouoc.workflow.campaign.CampaignVariables;
import vn.giaouoc.workflow.response.ResponseProcess;

/** Answers for the engine what successions ask of it. */
@Component
class SuccessionEngine implements SuccessionFlow {

    private final RuntimeService runtime;
    private final OpenWork work;
    private final AsSystem asSystem;

    SuccessionEngine(@Lazy RuntimeService runtime, OpenWork work, @Lazy AsSystem asSystem) {
        this.runtime = runtime;
        this.work = work;
        this.asSystem = asSystem;
    }

    @Override
    public void start(String code, String title, String heirName, Instant effectiveAt) {
        // Successions has checked who may declare one.
        asSystem.run(() -> runtime.startProcessInstanceByKey(SuccessionProcess.KEY, code, Map.of(CampaignProcess.CASE_CODE, code,
                CampaignProcess.TITLE, CampaignVariables.shortened(title), ResponseProcess.UNIT_NAME, heirName,
                SuccessionProcess.EFFECTIVE_AT, Date.from(effectiveAt))));
    }

    @Override
    public void end(String code, String reason) {
        asSystem.run(() -> {
            ProcessInstance waiting = runtime.createProcessInstanceQuery().processInstanceBusinessKey(code)
                    .processDefinitionKey(SuccessionProcess.KEY).singleResult();
            runtime.deleteProcessInstance(waiting.getId(), reason, true, true);
        });
    }

    @Override
    public Moved move(Map<String, String> former, String heir, int most) {
        return asSystem.get(() -> {
            int tasks = work.moveTasks(former.keySet(), heir, most);
            int renamed = work.rename(former, most);
            return new Moved(tasks, tasks == most || renamed == most);
        });
    }
}
