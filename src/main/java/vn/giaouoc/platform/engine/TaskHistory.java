package vn.giaouoc.platform.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The history of a task begins when the task was created, and the task knows when that was. The engine takes the time of the history's
 * own row instead and reads it back at each change of the task: two statements a click.
 */
final class TaskHistory extends CacheAwareHistoryEventProducer {

    @Override
    public HistoryEvent createTaskInstanceCreateEvt(DelegateTask task) {
        var event = (HistoricTaskInstanceEventEntity) super.createTaskInstanceCreateEvt(task);
        event.setStartTime(task.getCreateTime());
        return event;
    }

    @Override
    protected void initTaskInstanceEvent(HistoricTaskInstanceEventEntity event, TaskEntity task, HistoryEventType type) {
        super.initTaskInstanceEvent(event, task, type);
        event.setStartTime(task.getCreateTime());
    }

    /** Writes the engine's history; what says itself when it began is not looked up. */
    static final class Rows extends DbHistoryEventHandler {

        @Override
        protected void insertOrUpdate(HistoryEvent event) {
            boolean known = event instanceof HistoricTaskInstanceEventEntity task && task.getStartTime() != null && !isInitialEvent(event)
                    && getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null;
            if (known) {
                getDbEntityManager().merge(event);
            } else {
                super.insertOrUpdate(event);
            }
        }
    }
}
