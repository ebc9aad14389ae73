package vn.giaouoc.platform.engine;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Actor;

/** Who acts in the engine at this moment; inside an engine's command that is more reliable than the web's session. */
@Component
public class EngineActor {

    private final IdentityService identity;

    EngineActor(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    /** The person, empty for the product's own work (jobs). */
    public Optional<Actor> get() {
        Authentication person = identity.getCurrentAuthentication();
        return person == null || person.getUserId() == null ? Optional.empty()
                : Optional.of(new Actor(person.getUserId(), person.getGroupIds() == null ? Set.of() : Set.copyOf(person.getGroupIds())));
    }
}
