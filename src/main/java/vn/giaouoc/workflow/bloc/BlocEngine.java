package vn.giaouoc.workflow.bloc;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocFlow;
import vn.giaouoc.bloc.BlocYearOpening;
import vn.giaouoc.bloc.CompositionStart;
import vn.giaouoc.platform.engine.AsSystem;
import vn.giaouoc.workflow.campaign.CampaignVariables;
import vn.giaouoc.workflow.covenant.BlocYearProcess;

/** Answers for the engine what blocs ask of it. */
@Component
class BlocEngine implements BlocFlow {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final AsSystem asSystem;

    BlocEngine(@Lazy RuntimeService runtime, @Lazy ManagementService management, @Lazy AsSystem asSystem) {
        this.runtime = runtime;
        this.management = management;
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
