package vn.giaouoc.workflow.bloc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.Compositions;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantView;
import vn.giaouoc.bloc.BlocRow;
import vn.giaouoc.bloc.CompositionQueries;
import vn.giaouoc.document.PaperStep;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Theo dõi khối thi đua": the long task of Sở Nội vụ, until the period has ended. */
@Component
class FollowBlocsForm implements TaskForm<FollowBlocsForm.Data> {

    record Data(String conclusion) {
    }

    private final Compositions compositions;
    private final CompositionQueries queries;
    private final CovenantQueries covenants;
    private final BlocViews views;

    FollowBlocsForm(Compositions compositions, CompositionQueries queries, CovenantQueries covenants, BlocViews views) {
        this.compositions = compositions;
        this.queries = queries;
        this.covenants = covenants;
        this.views = views;
    }

    @Override
    public String form() {
        return BlocProcess.KEY + "/followBlocs";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Map<String, Object> view = views.document(task.caseCode());
        List<BlocRow> board = queries.board(task.caseCode());
        view.put("board", board);
        view.put("amendments", covenants.givable(board.stream().map(BlocRow::code).toList()).values().stream()
                .collect(Collectors.toMap(CovenantView::blocYear, FollowBlocsForm::amendment)));
        return view;
    }

    private static Map<String, Object> amendment(CovenantView covenant) {
        return Map.of("key", covenant.key(), "reason", covenant.reason());
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        compositions.checkFollowed(task.actor(), task.caseCode(), data.conclusion());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        compositions.followed(task.actor(), task.caseCode(), data.conclusion());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Kết thúc theo dõi kỳ công tác này; thành phần, quy chế, tiêu chí của các khối được lưu để đề xuất luân phiên kỳ sau.";
    }

    @Override
    public List<PaperStep> steps(TaskContext task) {
        return views.paper(task.caseCode()).map(PaperView::steps).orElse(List.of());
    }
}
