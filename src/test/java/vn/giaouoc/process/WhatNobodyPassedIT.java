package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.TakenFlows;

/**
 * After all other tests of this package (they run in the order of their names): no element and no flow of any model is left that
 * no test went through.
 */
class WhatNobodyPassedIT extends IntegrationTest {

    @Autowired
    RepositoryService repository;
    @Autowired
    HistoryService history;
    @Autowired
    TakenFlows taken;

    @Test
    void everyElementAndEveryFlowOfEveryModelWasPassed() {
        List<ProcessDefinition> models = repository.createProcessDefinitionQuery().latestVersion().list();
        assertThat(models).hasSizeGreaterThanOrEqualTo(7);
        for (ProcessDefinition definition : models) {
            var model = repository.getBpmnModelInstance(definition.getId());
            Set<String> passed = history.createHistoricActivityInstanceQuery().processDefinitionId(definition.getId()).list().stream()
                    .map(activity -> activity.getActivityId()).collect(Collectors.toSet());
            List<String> missed = new ArrayList<>(model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId)
                    .filter(id -> !passed.contains(id)).toList());
            model.getModelElementsByType(SequenceFlow.class).stream()
                    // Behind an event-based gateway the engine does not announce the flow; the event it led to was passed.
                    .filter(flow -> !flow.getSource().getElementType().getTypeName().equals("eventBasedGateway"))
                    .map(SequenceFlow::getId).filter(id -> !taken.contains(definition.getKey(), id)).forEach(missed::add);
            assertThat(missed).as("elements of " + definition.getKey() + " that no test went through").isEmpty();
        }
    }
}
