package vn.giaouoc.action;

import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocYearListener;

/** Actions end with their bloc's year. */
@Component
class ActionClosing implements BlocYearListener {

    private final ActionFlow flow;

    ActionClosing(ActionFlow flow) {
        this.flow = flow;
    }

    @Override
    public void closed(String blocYear) {
        flow.yearClosed(blocYear);
    }
}
