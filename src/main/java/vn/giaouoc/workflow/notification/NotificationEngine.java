package vn.giaouoc.workflow.notification;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.notification.NotificationFlow;
import vn.giaouoc.notification.OpenTask;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.workflow.campaign.CampaignProcess;
import vn.giaouoc.workflow.response.ResponseProcess;

/** Runs the processes of notification. */
@Component
class NotificationEngine implements NotificationFlow {

    private final RuntimeService runtime;
    private final AsSystem asSystem;

    NotificationEngine(@Lazy RuntimeService runtime, @Lazy AsSystem asSystem) {
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    @Override
    public void startRound(String code, Instant startsAt) {
        start(RoundProcess.KEY, code, Map.of(RoundProcess.STARTS_AT, Date.from(startsAt)));
    }

    /** With what supervisors look for: the case, its title, the unit, the task. */
    @Override
    public void startEscalation(String code, OpenTask task) {
        Map<String, Object> variables = new HashMap<>(Map.of(EscalationProcess.TASK_NAME, task.name()));
        put(variables, CampaignProcess.CASE_CODE, task.caseCode());
        put(variables, CampaignProcess.TITLE, task.title());
        put(variables, ResponseProcess.UNIT_NAME, task.unitName());
        start(EscalationProcess.KEY, code, variables);
    }

    private static void put(Map<String, Object> variables, String name, String value) {
        if (value != null) {
            variables.put(name, value);
        }
    }

    @Override
    public void endEscalation(String code) {
        asSystem.run(() -> runtime.createMessageCorrelation(EscalationProcess.ENDED).processInstanceBusinessKey(code).correlateAll());
    }

    @Override
    public void startDelivery(String code) {
        start(DeliveryProcess.KEY, code, Map.of());
    }

    private void start(String process, String code, Map<String, Object> variables) {
        asSystem.run(() -> runtime.startProcessInstanceByKey(process, code, variables));
    }
}
