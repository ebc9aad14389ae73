package vn.giaouoc.platform.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Hangs {@link EveryUserTask} into each user task of each model, so that no model can forget it. */
final class UserTaskWatch extends AbstractBpmnParseListener {

    private final Supplier<List<EveryUserTask>> listeners;

    UserTaskWatch(Supplier<List<EveryUserTask>> listeners) {
        this.listeners = listeners;
    }

    @Override
    public void parseUserTask(Element userTaskElement, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        TaskListener all = task -> {
            for (EveryUserTask listener : listeners.get()) {
                listener.notify(task);
            }
        };
        definition.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, all);
        definition.addTaskListener(TaskListener.EVENTNAME_COMPLETE, all);
    }
}
