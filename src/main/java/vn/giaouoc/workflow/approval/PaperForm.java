package vn.giaouoc.workflow.approval;

import java.util.List;
import java.util.Optional;
import vn.giaouoc.document.PaperStep;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** A user task that writes a paper: it shows what was done with the paper so far, and why it came back. */
public interface PaperForm<D> extends TaskForm<D> {

    /** The paper, once it was handed in. */
    Optional<PaperView> paper(TaskContext task);

    @Override
    default List<PaperStep> steps(TaskContext task) {
        return paper(task).map(PaperView::steps).orElse(List.of());
    }

    @Override
    default String returnReason(TaskContext task) {
        return paper(task).map(PaperView::lastReturn).orElse(null);
    }
}
