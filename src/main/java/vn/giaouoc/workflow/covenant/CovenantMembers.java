package vn.giaouoc.workflow.covenant;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantKey;
import vn.giaouoc.covenant.MemberPart;
import vn.giaouoc.covenant.MembersOpening;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.workflow.campaign.CampaignVariables;
import vn.giaouoc.workflow.response.OpenTasks;
import vn.giaouoc.workflow.response.ResponseProcess;

/**
 * The instances of the members' parts. A message nobody waits for is no error: a member that comes later asks the covenant
 * what there is to do (see {@link MemberSteps}).
 */
@Component
class CovenantMembers {

    private final RuntimeService runtime;
    private final OpenTasks tasks;
    private final AsSystem asSystem;

    CovenantMembers(@Lazy RuntimeService runtime, OpenTasks tasks, @Lazy AsSystem asSystem) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.asSystem = asSystem;
    }

    void open(MembersOpening opening) {
        opening.members().forEach(member -> start(opening.key(), opening.title(), member, member.ready(),
                dates(opening.dueAt(), opening.remindAt())));
    }

    /** One more while the covenant is under way: it asks the covenant what there is to do, as a member does whose unit was not ready. */
    void join(String key, String title, MemberPart member) {
        start(key, title, member, false, Map.of());
    }

    private void start(String key, String title, MemberPart member, boolean ready, Map<String, Object> dates) {
        Map<String, Object> variables = new HashMap<>(dates);
        variables.put(BlocYearProcess.CASE_CODE, CovenantKey.parse(key).blocYear());
        variables.put(BlocYearProcess.TITLE, CampaignVariables.shortened(title));
        variables.put(ResponseProcess.UNIT_NAME, member.unitName());
        variables.put(ResponseProcess.UNIT_GROUP, member.unitGroup());
        variables.put(CovenantProcess.LEAD_GROUP, member.leadGroup());
        variables.put(ResponseProcess.READY, ready);
        runtime.startProcessInstanceByKey(CovenantProcess.MEMBER_KEY, member.key(), variables);
    }

    /** Tells these members; who does not wait for it hears nothing. @param variables what their parts learn with it */
    void tell(String key, Collection<String> units, String message, Map<String, Object> variables) {
        asSystem.run(() -> units.forEach(unit -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(CovenantKey.part(key, unit)).setVariables(variables).correlateAll()));
    }

    /** These members are asked to sign; nothing is marked on paper for them yet. */
    void openSigning(String key, Collection<String> units, Map<String, Object> dates) {
        Map<String, Object> variables = new HashMap<>(dates);
        variables.put(CovenantProcess.ON_PAPER, false);
        tell(key, units, CovenantProcess.SIGNING_OPENED, variables);
    }

    /** The signing lasts until then now: for tasks that are open and those to come. */
    void extended(String key, Collection<String> units, Instant dueAt) {
        asSystem.run(() -> units.forEach(unit -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(CovenantKey.part(key, unit)).list().forEach(part -> {
                    runtime.setVariable(part.getId(), ResponseProcess.DUE_AT, Date.from(dueAt));
                    tasks.due(part.getId(), CovenantProcess.SIGN_TASK, dueAt);
                    tasks.due(part.getId(), CovenantProcess.CONFIRM_TASK, dueAt);
                })));
    }

    static Map<String, Object> dates(Instant dueAt, Instant remindAt) {
        return Map.of(ResponseProcess.DUE_AT, Date.from(dueAt), ResponseProcess.REMIND_AT, Date.from(remindAt));
    }
}
