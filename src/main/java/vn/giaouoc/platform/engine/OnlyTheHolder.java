package vn.giaouoc.platform.engine;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.NotAllowed;

/**
 * Whatever the grants say: a person takes a task only for itself and only as a member of the task's group, gives back
 * only what it holds, and completes only what it holds. The engine checks none of this for a holder of {@code TASK_WORK}.
 * Without a signed-in person only the product's own code runs; it may assign, but nobody completes a task unnamed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OnlyTheHolder implements EveryUserTask {

    @Override
    public void notify(DelegateTask task) {
        Authentication person = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            checkCompletion(task, person);
        } else if (person != null) {
            checkAssignment((TaskEntity) task, person);
        }
    }

    private static void checkCompletion(DelegateTask task, Authentication person) {
        if (person == null || person.getUserId() == null) {
            throw new NotAllowed("Không thể hoàn thành công việc khi chưa xác định được người thực hiện.");
        }
        if (!person.getUserId().equals(task.getAssignee())) {
            throw new NotAllowed(task.getAssignee() == null
                    ? "Bạn cần nhận việc trước khi hoàn thành."
                    : "Công việc này đang do người khác xử lý.");
        }
        requireMember(task, person);
    }

    private static void checkAssignment(TaskEntity task, Authentication person) {
        if (task.getAssignee() == null) {
            PropertyChange change = task.getPropertyChanges().get(TaskEntity.ASSIGNEE);
            if (change != null && !Objects.equals(change.getOrgValue(), person.getUserId())) {
                throw new NotAllowed("Chỉ người đang giữ công việc mới được trả lại công việc.");
            }
            return;
        }
        if (!task.getAssignee().equals(person.getUserId())) {
            throw new NotAllowed("Không được giao công việc cho người khác; người trong nhóm tự nhận việc.");
        }
        requireMember(task, person);
    }

    private static void requireMember(DelegateTask task, Authentication person) {
        List<String> groups = person.getGroupIds() == null ? List.of() : person.getGroupIds();
        boolean member = task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId).filter(Objects::nonNull).anyMatch(groups::contains);
        if (!member) {
            throw new NotAllowed("Công việc này không thuộc nhóm của bạn.");
        }
    }
}
