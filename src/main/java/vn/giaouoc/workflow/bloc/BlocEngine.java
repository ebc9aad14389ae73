package vn.giaouoc.workflow.bloc;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocFlow;
import vn.giaouoc.bloc.BlocYearOpening;
import vn.giaouoc.bloc.CompositionStart;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.workflow.campaign.CampaignVariables;
import vn.giaouoc.workflow.covenant.BlocYearProcess;
import vn.giaouoc.workflow.succession.TaskMoves;

/** Answers for the engine what blocs ask of it. */
@Component
class BlocEngine implements BlocFlow {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final TaskService tasks;
    private final TaskMoves moves;
    private final Organisation organisation;
    private final AsSystem asSystem;

    BlocEngine(@Lazy RuntimeService runtime, @Lazy ManagementService management, @Lazy TaskService tasks, TaskMoves moves,
               Organisation organisation, @Lazy AsSystem asSystem) {
        this.runtime = runtime;
        this.management = management;
        this.tasks = tasks;
        this.moves = moves;
        this.organisation = organisation;
        this.asSystem = asSystem;
    }

    @Override
    public void start(CompositionStart start) {
        // Compositions has checked who may start; nobody may start an instance past it.
        asSystem.run(() -> runtime.startProcessInstanceByKey(BlocProcess.KEY, start.code(), BlocVariables.of(start)));
    }

    @Override
    public void open(BlocYearOpening opening) {
        runtime.startProcessInstanceByKey(BlocYearProcess.KEY, opening.code(), Map.of(BlocYearProcess.CASE_CODE, opening.code(),
                BlocYearProcess.TITLE, CampaignVariables.shortened(opening.title()), BlocYearProcess.HEAD_GROUP, opening.headGroup(),
                BlocYearProcess.YEAR_ENDS_AT, Date.from(opening.endsAt()), BlocYearProcess.READY, opening.ready()));
    }

    @Override
    public void headChanged(String blocYear, String from, String to) {
        asSystem.run(() -> runtime.createProcessInstanceQuery().variableValueEquals(BlocYearProcess.CASE_CODE, blocYear).list()
                .forEach(instance -> give(instance.getId(), from, to)));
    }

    /** Of the year and of every case it has called: those that know their head unit. */
    private void give(String instance, String from, String to) {
        String before = (String) runtime.getVariable(instance, BlocYearProcess.HEAD_GROUP);
        if (before == null) {
            return;
        }
        runtime.setVariable(instance, BlocYearProcess.HEAD_GROUP, Organisation.unitGroup(to));
        Map<String, String> groups = new HashMap<>();
        // The variable may name a head of before; a task made since the day of the succession is its heir's already.
        Stream.of(from, Organisation.unitOf(before), organisation.current(from)).filter(unit -> !unit.equals(to))
                .forEach(unit -> groups.putAll(TaskMoves.groups(unit, to)));
        moves.move(tasks.createTaskQuery().processInstanceId(instance).list(), groups);
    }

    @Override
    public List<Integer> failedBatchNumbers(String compositionCode) {
        return asSystem.get(() -> {
            ProcessInstance instance = runtime.createProcessInstanceQuery().processDefinitionKey(BlocProcess.KEY)
                    .processInstanceBusinessKey(compositionCode).singleResult();
            return instance == null ? List.<Integer>of() : management.createJobQuery().processInstanceId(instance.getId())
                    .activityId(BlocProcess.OPEN_BLOCS).noRetriesLeft().list().stream().map(this::batchOf).toList();
        });
    }

    private Integer batchOf(Job job) {
        return (Integer) runtime.getVariable(job.getExecutionId(), BlocProcess.BATCH);
    }
}
