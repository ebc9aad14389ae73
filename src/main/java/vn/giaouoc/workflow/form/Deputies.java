package vn.giaouoc.workflow.form;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.giaouoc.absence.DeputyActs;
import vn.giaouoc.absence.StandIns;
import vn.giaouoc.absence.StandIns.At;
import vn.giaouoc.absence.StandIns.Standing;
import vn.giaouoc.organisation.Role;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.platform.engine.EngineActor;
import vn.giaouoc.platform.engine.EveryUserTask;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.NotAllowed;

/**
 * Deputies before tasks: nobody takes or completes in another's place what the ground does not allow, and what is done has both names
 * (the task's owner, {@link DeputyActs}). People who deputise for nobody cost nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10) // after the check that the person holds the task, before the use case
class Deputies implements EveryUserTask {

    private static final String WORK = "WORK";

    private final StandIns standIns;
    private final DeputyActs done;
    private final TaskActs acts;
    private final EngineActor person;
    private final AsSystem asSystem;

    Deputies(@Lazy StandIns standIns, @Lazy DeputyActs done, TaskActs acts, EngineActor person, @Lazy AsSystem asSystem) {
        this.standIns = standIns;
        this.done = done;
        this.acts = acts;
        this.person = person;
        this.asSystem = asSystem;
    }

    @Override
    public void notify(DelegateTask task) {
        Actor actor = person.get().filter(Actor::standsIn).orElse(null);
        if (actor == null || task.getAssignee() == null) {
            return;
        }
        Actor standing = allowed(at(actor, task));
        if (TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName()) && standing.acting() != null) {
            task.setOwner(standing.acting().userId());
            done.note(standing, task.getExecution().getProcessBusinessKey(), task.getId(), task.getName());
        }
    }

    /** How this person stands before a task it looks at. */
    Standing at(Actor actor, Task task, Set<String> candidates) {
        return at(actor, task.getId(), task.getName(), candidates, task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    }

    /** How this person stands before a task it takes or completes. */
    Standing at(Actor actor, DelegateTask task) {
        return !actor.standsIn() ? new Standing(actor, null) : at(actor, task.getId(), task.getName(), groups(task.getCandidates()), task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    }

    private Standing at(Actor actor, String id, String name, Set<String> candidates, String definition, String key) {
        return standIns.at(actor, new At(id, name, candidates, () -> asSystem.get(() -> acts.of(TaskForms.formOf(definition, key)))));
    }

    /** Who starts a case: specialists, or who deputises for one. */
    Actor starting(Actor actor) {
        return allowed(standIns.at(actor, new At(null, "Khởi tạo hồ sơ", Set.of(Role.SNV_SPECIALIST.group()), () -> WORK)));
    }

    void started(Actor actor, String caseCode, String name) {
        done.note(actor, caseCode, null, name);
    }

    /** @throws NotAllowed the ground does not allow it */
    static Actor allowed(Standing standing) {
        if (standing.refusal() != null) {
            throw new NotAllowed(standing.refusal());
        }
        return standing.actor();
    }

    static Set<String> groups(Collection<? extends IdentityLink> links) {
        return links.stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
