package vn.giaouoc.workflow.response;

import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Cases under way, by their business keys. */
@Component
public class OpenCases {

    private final RuntimeService runtime;

    OpenCases(@Lazy RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Ends these cases, with the reason; a case that has ended already is left as it is. */
    public void end(List<String> businessKeys, String reason) {
        for (String key : businessKeys) {
            ProcessInstance open = runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).rootProcessInstances()
                    .singleResult();
            if (open != null) {
                runtime.deleteProcessInstance(open.getId(), reason, true, true, true);
            }
        }
    }
}
