package vn.giaouoc.workflow.covenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.Attendance;
import vn.giaouoc.covenant.Conference;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.Covenants;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Hội nghị ký giao ước": attendance, what was discussed, votes, minutes, and whether the content is agreed. */
@Component
class HoldConferenceForm implements TaskForm<HoldConferenceForm.Data> {

    record Data(Conference conference, Boolean agreed, List<FileRef> files) {
    }

    private final Covenants covenants;
    private final CovenantQueries queries;
    private final CovenantViews views;
    private final CovenantDates dates;

    HoldConferenceForm(Covenants covenants, CovenantQueries queries, CovenantViews views, CovenantDates dates) {
        this.covenants = covenants;
        this.queries = queries;
        this.views = views;
        this.dates = dates;
    }

    @Override
    public String form() {
        return CovenantProcess.KEY + "/holdConference";
    }

    private record Along(Boolean agreed, List<FileRef> files) {
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        Along along = reader.read(reader.take(data, List.of("agreed", "files")), Along.class);
        data.put("agreed", Boolean.TRUE.equals(along.agreed()));
        return new Data(reader.read(data, Conference.class), along.agreed(), along.files());
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.registered(task);
    }

    /** Everybody is expected; what was discussed begins empty. */
    @Override
    public Object initial(TaskContext task) {
        return Map.of("attendance", queries.get(task.businessKey()).members().stream()
                .map(member -> new Attendance(member.unitCode(), true, null, null)).toList());
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        if (data.agreed() == null) {
            throw new InvalidInput("agreed", "Chọn hội nghị thống nhất hay chưa.");
        }
        return covenants.checkConference(task.actor(), task.businessKey(), data.conference(), data.files());
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        boolean agreed = covenants.hold(task.actor(), task.businessKey(), data.conference(), data.files());
        return agreed ? Map.of(CovenantProcess.AGREED, true)
                : Map.of(CovenantProcess.AGREED, false, BlocYearProcess.HEAD_DUE_AT, dates.revise(task.businessKey()));
    }

    @Override
    public String next(TaskContext task) {
        return "Thống nhất: nội dung được chốt và mở ký cho các thành viên. Chưa thống nhất: bạn hoàn thiện lại giao ước.";
    }
}
