package vn.giaouoc.workflow.bloc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.CompositionStart;
import vn.giaouoc.bloc.Compositions;
import vn.giaouoc.bloc.NewComposition;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.StartForm;

/** "Lập hồ sơ thành lập cụm, khối thi đua". */
@Component
class StartCompositionForm implements StartForm<NewComposition> {

    private final Compositions compositions;
    private final BlocViews views;
    private final Clock clock;

    StartCompositionForm(Compositions compositions, BlocViews views, Clock clock) {
        this.compositions = compositions;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return BlocProcess.KEY;
    }

    @Override
    public NewComposition read(ObjectNode data, FormReader reader) {
        return reader.read(data, NewComposition.class);
    }

    @Override
    public Map<String, Object> view(Actor actor) {
        return Map.of("year", LocalDate.now(clock).getYear(), "campaigns", views.regularCampaigns(actor));
    }

    @Override
    public void check(Actor actor, NewComposition data) {
        compositions.checkBegin(actor, data);
    }

    @Override
    public Started start(Actor actor, NewComposition data) {
        CompositionStart start = compositions.begin(actor, data);
        return new Started(start.code(), BlocVariables.of(start));
    }

    @Override
    public String next() {
        return "Chuyên viên Sở Nội vụ soạn thành phần các cụm, khối (hoặc nhập quyết định đã ban hành).";
    }
}
