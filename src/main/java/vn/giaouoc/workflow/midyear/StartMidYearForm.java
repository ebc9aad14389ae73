package vn.giaouoc.workflow.midyear;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.midyear.MidYearReports;
import vn.giaouoc.midyear.MidYearStart;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.StartForm;

/** "Mở báo cáo sơ kết toàn tỉnh": before its date, or for a decision whose date has passed. */
@Component
class StartMidYearForm implements StartForm<StartMidYearForm.Data> {

    record Data(String composition) {
    }

    private final MidYearReports reports;

    StartMidYearForm(MidYearReports reports) {
        this.reports = reports;
    }

    @Override
    public String processKey() {
        return MidYearProcess.KEY;
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(Actor actor) {
        return Map.of("compositions", reports.openable(actor).stream()
                .map(composition -> Map.of("code", composition.code(), "name", composition.code() + " – " + composition.title())).toList());
    }

    @Override
    public void check(Actor actor, Data data) {
        reports.checkOpen(actor, data.composition());
    }

    @Override
    public Started start(Actor actor, Data data) {
        MidYearStart start = reports.begin(actor, data.composition());
        return new Started(start.code(), MidYearEngine.variables(start));
    }

    @Override
    public String next() {
        return "Chuyên viên Sở Nội vụ tổng hợp báo cáo sơ kết của các cụm, khối, phong trào; báo cáo được trình duyệt, ký và vào sổ.";
    }
}
