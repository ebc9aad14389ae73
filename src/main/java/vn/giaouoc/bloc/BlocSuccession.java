package vn.giaouoc.bloc;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Handover;
import vn.giaouoc.organisation.SuccessionListener;

/** Members that have ended are followed by their successors in their blocs; before the rooms that ask who a bloc's members are. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BlocSuccession implements SuccessionListener {

    private final BlocYears blocs;

    BlocSuccession(BlocYears blocs) {
        this.blocs = blocs;
    }

    @Override
    public void succeeded(Handover handover) {
        blocs.succeed(handover.from(), handover.to(), handover.on());
    }
}
