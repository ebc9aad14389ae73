package vn.giaouoc.workflow.form;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * What kind of act a user task is, as its model says in the property {@code giaouoc.act}: a code of {@code act_kind}. The newest version of
 * the model answers for all versions: it is a rule of today, and instances of older versions run on.
 */
@Component
public class TaskActs {

    private static final String PROPERTY = "giaouoc.act";

    private final RepositoryService repository;

    TaskActs(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * @param form {@code campaign/draftPlan}: process and user task
     * @return the code; null when the model does not say, and then no deputy may do it
     */
    public String of(String form) {
        int slash = form.indexOf('/');
        ProcessDefinition newest = repository.createProcessDefinitionQuery().processDefinitionKey(form.substring(0, slash)).latestVersion()
                .singleResult();
        UserTask task = repository.getBpmnModelInstance(newest.getId()).getModelElementById("userTask_" + form.substring(slash + 1));
        return task == null || task.getExtensionElements() == null ? null
                : task.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> PROPERTY.equals(property.getCamundaName())).map(property -> property.getCamundaValue())
                .findFirst().orElse(null);
    }
}
