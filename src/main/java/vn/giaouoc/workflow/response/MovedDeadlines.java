package vn.giaouoc.workflow.response;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Moves deadlines of a case: its variables, and the open tasks and waiting timers that the model ties to them. */
@Component
public class MovedDeadlines {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final DueParts parts;

    MovedDeadlines(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy ManagementService management, DueParts parts) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.parts = parts;
    }

    /** A case that has ended is left as it is. @param moments by the variables that hold them */
    public void move(String businessKey, Map<String, Instant> moments) {
        ProcessInstance open = runtime.createProcessInstanceQuery().processInstanceBusinessKey(businessKey).rootProcessInstances().singleResult();
        if (open != null) {
            moments.forEach((variable, moment) -> move(open, variable, Date.from(moment)));
        }
    }

    private void move(ProcessInstance open, String variable, Date moment) {
        runtime.setVariable(open.getId(), variable, moment);
        tasks.createTaskQuery().processInstanceId(open.getId()).list().stream()
                .filter(task -> parts.isDueBy(open.getProcessDefinitionId(), task.getTaskDefinitionKey(), variable)).forEach(task -> {
                    task.setDueDate(moment);
                    tasks.saveTask(task);
                });
        Map<String, String> elements = management.createJobDefinitionQuery().processDefinitionId(open.getProcessDefinitionId()).list().stream()
                .collect(Collectors.toMap(JobDefinition::getId, JobDefinition::getActivityId));
        management.createJobQuery().processInstanceId(open.getId()).timers().list().stream()
                .filter(timer -> parts.isDueBy(open.getProcessDefinitionId(), elements.get(timer.getJobDefinitionId()), variable))
                .forEach(timer -> management.setJobDuedate(timer.getId(), moment));
    }
}
