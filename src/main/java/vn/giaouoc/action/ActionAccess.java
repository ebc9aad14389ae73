package vn.giaouoc.action;

import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocAccess;
import vn.giaouoc.document.CaseAccess;
import vn.giaouoc.shared.Actor;

/** Who may see a bloc's actions and their files: the offices and the bloc's units. */
@Component
class ActionAccess implements CaseAccess {

    private final BlocAccess blocs;

    ActionAccess(BlocAccess blocs) {
        this.blocs = blocs;
    }

    @Override
    public boolean owns(String subject) {
        return ActionKey.isOne(subject);
    }

    @Override
    public boolean maySee(Actor actor, String subject) {
        return blocs.maySee(actor, ActionKey.blocYear(subject));
    }
}
