package vn.giaouoc.workflow.covenant;

import java.util.HashMap;
import java.util.Map;
import vn.giaouoc.covenant.Ground;
import vn.giaouoc.covenant.SignerGround;
import vn.giaouoc.shared.ActingFor;
import vn.giaouoc.workflow.form.TaskContext;

/** The ground with which a unit is signed for: as the form sends it, but the written authority of a deputy is that of its absence. */
final class DeputysGround {

    private DeputysGround() {
    }

    static SignerGround of(TaskContext task, Ground ground, String document, String scope) {
        ActingFor acting = task.actor().acting();
        return task.actor().onlyAsDeputy() && acting.document() != null ? new SignerGround(ground, acting.document(), acting.scope())
                : new SignerGround(ground, document, scope);
    }

    /** What the form of a deputy begins with. */
    static Map<String, Object> initial(TaskContext task) {
        Map<String, Object> initial = new HashMap<>();
        if (task.actor().onlyAsDeputy() && task.actor().acting().document() != null) {
            initial.put("document", task.actor().acting().document());
            initial.put("scope", task.actor().acting().scope());
        }
        return initial;
    }
}
