package vn.giaouoc.platform.engine;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Hangs {@link EveryUserTask} and {@link GroupsToday} into each user task and {@link EveryProcessStart} into each process of each model,
 * so that no model can forget them.
 */
final class ModelWatch extends AbstractBpmnParseListener {

    private final Supplier<List<EveryUserTask>> taskListeners;
    private final Supplier<List<EveryProcessStart>> startListeners;
    private final Supplier<GroupsToday> groups;

    ModelWatch(Supplier<List<EveryUserTask>> taskListeners, Supplier<List<EveryProcessStart>> startListeners,
            Supplier<GroupsToday> groups) {
        this.taskListeners = taskListeners;
        this.startListeners = startListeners;
        this.groups = groups;
    }

    @Override
    public void parseProcess(Element processElement, ProcessDefinitionEntity processDefinition) {
        processDefinition.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> {
            for (EveryProcessStart listener : startListeners.get()) {
                listener.notify(execution);
            }
        });
    }

    @Override
    public void parseUserTask(Element userTaskElement, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        TaskListener all = task -> {
            for (EveryUserTask listener : taskListeners.get()) {
                listener.notify(task);
            }
        };
        Set<Expression> named = Set.copyOf(definition.getCandidateGroupIdExpressions());
        definition.getCandidateGroupIdExpressions().clear();
        named.forEach(group -> definition.addCandidateGroupIdExpression(new CandidateGroups(group, groups)));
        definition.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, all);
        definition.addTaskListener(TaskListener.EVENTNAME_COMPLETE, all);
    }
}
