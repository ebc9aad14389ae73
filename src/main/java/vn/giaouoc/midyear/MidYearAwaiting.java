package vn.giaouoc.midyear;

import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.CompositionListener;

/** Each decision that composes blocs has the province's report before it. */
@Component
class MidYearAwaiting implements CompositionListener {

    private final MidYearReports reports;

    MidYearAwaiting(@Lazy MidYearReports reports) {
        this.reports = reports;
    }

    @Override
    public void inForce(String compositionCode) {
        reports.await(compositionCode);
    }
}
