package vn.giaouoc.workflow.bloc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.CompositionDraft;
import vn.giaouoc.bloc.Compositions;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.approval.PaperForm;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;

/** "Soạn thành phần cụm, khối thi đua". */
@Component
class DraftCompositionForm implements PaperForm<CompositionDraft> {

    private final Compositions compositions;
    private final BlocViews views;

    DraftCompositionForm(Compositions compositions, BlocViews views) {
        this.compositions = compositions;
        this.views = views;
    }

    @Override
    public String form() {
        return BlocProcess.KEY + "/draftComposition";
    }

    @Override
    public CompositionDraft read(ObjectNode data, FormReader reader) {
        return reader.read(data, CompositionDraft.class);
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
    public List<Finding> check(TaskContext task, CompositionDraft data) {
        return compositions.check(task.actor(), task.caseCode(), data);
    }

    @Override
    public Map<String, Object> complete(TaskContext task, CompositionDraft data) {
        if (data.abandon()) {
            compositions.abandon(task.caseCode());
        } else {
            compositions.submit(task.actor(), task.caseCode(), data);
        }
        return Map.of(BlocProcess.ABANDONED, data.abandon());
    }

    @Override
    public Optional<PaperView> paper(TaskContext task) {
        return views.paper(task.caseCode());
    }

    @Override
    public String next(TaskContext task) {
        return "Dự thảo quyết định được trình Trưởng phòng, Giám đốc Sở, Văn phòng UBND và lãnh đạo UBND tỉnh ký; ban hành xong thì "
                + "mở năm công tác của các khối.";
    }
}
