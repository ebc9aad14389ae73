package vn.giaouoc.workflow.bloc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.CompositionDraft;
import vn.giaouoc.bloc.Compositions;
import vn.giaouoc.bloc.OutsideDecision;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Nhập quyết định đã ban hành". */
@Component
class RecordCompositionForm implements TaskForm<RecordCompositionForm.Data> {

    private static final List<String> OUTSIDE = List.of("issuer", "number", "issueDate", "signerName", "signerTitle");

    record Data(CompositionDraft draft, OutsideDecision outside) {
    }

    private final Compositions compositions;
    private final BlocViews views;

    RecordCompositionForm(Compositions compositions, BlocViews views) {
        this.compositions = compositions;
        this.views = views;
    }

    @Override
    public String form() {
        return BlocProcess.KEY + "/recordComposition";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        OutsideDecision outside = reader.read(reader.take(data, OUTSIDE), OutsideDecision.class);
        return new Data(reader.read(data, CompositionDraft.class), outside);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.editor(task.caseCode());
    }

    @Override
    public Object initial(TaskContext task) {
        return views.editable(task.caseCode());
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        return compositions.checkRecord(task.actor(), task.caseCode(), data.draft(), data.outside());
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        if (data.draft().abandon()) {
            compositions.abandon(task.caseCode());
        } else {
            compositions.record(task.actor(), task.caseCode(), data.draft(), data.outside());
        }
        return Map.of(BlocProcess.ABANDONED, data.draft().abandon());
    }

    @Override
    public String next(TaskContext task) {
        return "Quyết định có hiệu lực trong hệ thống; năm công tác của các khối được mở cho đơn vị Trưởng khối.";
    }
}
