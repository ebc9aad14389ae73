package vn.giaouoc.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** Notes each sequence flow that a token takes, in any test; ids as {@code process-key/flow_id}. */
@Component
public class TakenFlows extends AbstractCamundaConfiguration {

    private final Set<String> taken = ConcurrentHashMap.newKeySet();

    @Override
    public void preInit(SpringProcessEngineConfiguration engine) {
        List<BpmnParseListener> listeners = engine.getCustomPreBPMNParseListeners() == null
                ? new ArrayList<>() : engine.getCustomPreBPMNParseListeners();
        listeners.add(new AbstractBpmnParseListener() {
            @Override
            public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
                flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution ->
                        taken.add(execution.getProcessDefinitionId().replaceAll(":.*", "") + "/" + flow.getId()));
            }
        });
        engine.setCustomPreBPMNParseListeners(listeners);
    }

    /** Whether a token has taken this flow. */
    public boolean contains(String processKey, String flow) {
        return taken.contains(processKey + "/" + flow);
    }
}
