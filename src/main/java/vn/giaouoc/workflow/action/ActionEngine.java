package vn.giaouoc.workflow.action;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.action.ActionFlow;
import vn.giaouoc.action.ActionOpening;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.workflow.campaign.CampaignProcess;
import vn.giaouoc.workflow.campaign.CampaignVariables;
import vn.giaouoc.workflow.response.ResponseProcess;
import vn.giaouoc.workflow.succession.TaskMoves;

/** Answers for the engine what actions of blocs ask of it. */
@Component
class ActionEngine implements ActionFlow {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final TaskMoves moves;
    private final AsSystem asSystem;

    ActionEngine(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy TaskMoves moves, @Lazy AsSystem asSystem) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.moves = moves;
        this.asSystem = asSystem;
    }

    @Override
    public void start(ActionOpening opening) {
        asSystem.run(() -> runtime.startProcessInstanceByKey(ActionProcess.KEY, opening.code(), Map.of(
                CampaignProcess.CASE_CODE, opening.blocYear(), CampaignProcess.TITLE, CampaignVariables.shortened(opening.title()),
                ResponseProcess.UNIT_NAME, opening.ownerName(), ResponseProcess.UNIT_GROUP, opening.ownerGroup(),
                ResponseProcess.DUE_AT, Date.from(opening.dueAt()), ResponseProcess.READY, opening.ready())));
    }

    @Override
    public void confirmedBy(String code, String group) {
        asSystem.run(() -> runtime.createProcessInstanceQuery().processDefinitionKey(ActionProcess.KEY).processInstanceBusinessKey(code).list()
                .forEach(action -> {
                    runtime.setVariable(action.getId(), ActionProcess.CONFIRM_GROUP, group);
                    tasks.createTaskQuery().processInstanceId(action.getId()).taskDefinitionKey(ActionProcess.CONFIRM).list()
                            .forEach(task -> moves.move(List.of(task), others(task, group)));
                }));
    }

    /** Whoever the task is offered to now, apart from this group, makes way for it. */
    private Map<String, String> others(Task task, String group) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
                .filter(offered -> offered != null && !offered.equals(group)).distinct()
                .collect(Collectors.toMap(Function.identity(), offered -> group));
    }

    @Override
    public void yearClosed(String blocYear) {
        asSystem.run(() -> runtime.createMessageCorrelation(ActionProcess.YEAR_CLOSED)
                .processInstanceVariableEquals(CampaignProcess.CASE_CODE, blocYear).correlateAll());
    }
}
