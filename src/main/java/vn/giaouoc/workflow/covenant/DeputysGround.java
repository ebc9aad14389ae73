package vn.giaouoc.workflow.covenant;

import java.util.HashMap;
import java.util.Map;
import vn.giaouoc.covenant.SignerGround;
import vn.giaouoc.shared.ActingFor;
import vn.giaouoc.workflow.form.TaskContext;

/** The ground with which a unit is signed for: as the form sends it, but the written authority of a deputy is that of its absence. */
public final class DeputysGround {

    private DeputysGround() {
    }

    /** @param given as the form sends it */
    public static SignerGround of(TaskContext task, SignerGround given) {
        ActingFor acting = authority(task);
        return acting == null || given.ground() == null || !given.ground().label().equals(acting.ground()) ? given
                : new SignerGround(given.ground(), acting.document(), acting.documentDate(), acting.scope(), acting.until());
    }

    /** What the form of a deputy begins with. */
    public static Map<String, Object> initial(TaskContext task) {
        Map<String, Object> initial = new HashMap<>();
        ActingFor acting = authority(task);
        if (acting != null) {
            initial.put("document", acting.document());
            initial.put("date", acting.documentDate());
            initial.put("scope", acting.scope());
            initial.put("until", acting.until());
        }
        return initial;
    }

    /** Null: the person deputises for nobody here, or without a document. */
    private static ActingFor authority(TaskContext task) {
        ActingFor acting = task.actor().acting();
        return acting != null && acting.ground() != null && acting.document() != null ? acting : null;
    }
}
