package vn.giaouoc.workflow.response;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which variable a user task's due date, or a timer's, comes from: read from the deployed model, which never changes. */
@Component
public class DueParts {

    private final RepositoryService repository;
    private final Map<String, Map<String, String>> byDefinition = new ConcurrentHashMap<>();

    DueParts(@Lazy RepositoryService repository) {
        this.repository = repository;
    }

    /** Whether this element of the definition is due when the variable says. */
    public boolean isDueBy(String definitionId, String elementId, String variable) {
        return variable.equals(byDefinition.computeIfAbsent(definitionId, this::read).get(elementId));
    }

    private Map<String, String> read(String definitionId) {
        BpmnModelInstance model = repository.getBpmnModelInstance(definitionId);
        Map<String, String> parts = new HashMap<>();
        model.getModelElementsByType(UserTask.class).forEach(task -> parts.put(task.getId(), variable(task.getCamundaDueDate())));
        model.getModelElementsByType(TimerEventDefinition.class).stream().filter(timer -> timer.getTimeDate() != null)
                .forEach(timer -> parts.put(((BaseElement) timer.getParentElement()).getId(), variable(timer.getTimeDate().getTextContent())));
        return parts;
    }

    /** {@code dueAt} of <code>${dueAt}</code>. */
    private static String variable(String expression) {
        return expression == null ? "" : expression.strip().replaceAll("^\\$\\{|}$", "");
    }
}
