package vn.giaouoc.platform.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Engine calls that the product makes on its own ground, after it has checked the person's right itself: without the
 * person's engine authorizations, which name tasks and definitions, not cases.
 */
@Component
public class AsSystem {

    private final IdentityService identity;

    AsSystem(IdentityService identity) {
        this.identity = identity;
    }

    /** Runs the call without the signed-in person's authorizations and puts them back. */
    public <T> T get(Supplier<T> call) {
        Authentication person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return call.get();
        } finally {
            if (person != null) {
                identity.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
            }
        }
    }

    /** The same for a call without result. */
    public void run(Runnable call) {
        get(() -> {
            call.run();
            return null;
        });
    }
}
