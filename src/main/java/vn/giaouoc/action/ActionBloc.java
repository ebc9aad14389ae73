package vn.giaouoc.action;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocYearListener;

/** Actions end with their bloc's year; what was reported waits for whoever heads the bloc. */
@Component
class ActionBloc implements BlocYearListener {

    private final ActionFlow flow;
    private final ActionWork work;

    ActionBloc(ActionFlow flow, @Lazy ActionWork work) {
        this.flow = flow;
        this.work = work;
    }

    @Override
    public void closed(String blocYear) {
        flow.yearClosed(blocYear);
    }

    @Override
    public void headChanged(String blocYear) {
        work.headChanged(blocYear);
    }
}
