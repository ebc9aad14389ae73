package vn.giaouoc.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.review.Inspections;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.review.ReviewQueries;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Ghi kết quả kiểm tra chéo". */
@Component
class RecordFindingsForm implements TaskForm<RecordFindingsForm.Data> {

    record Data(LocalDate inspectedOn, String findings, String proposals, List<FileRef> files) {
    }

    private final Inspections inspections;
    private final ReviewQueries reviews;
    private final ReviewViews views;

    RecordFindingsForm(Inspections inspections, ReviewQueries reviews, ReviewViews views) {
        this.inspections = inspections;
        this.reviews = reviews;
        this.views = views;
    }

    @Override
    public String form() {
        return ReviewProcess.INSPECTION_KEY + "/recordFindings";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Map<String, Object> view = views.inspection(task);
        String inspected = ReviewKey.part(ReviewKey.parse(task.businessKey()).review(), reviews.inspection(task.businessKey()).inspected());
        view.put("inspectedFiles", reviews.readable(task.actor(), inspected) ? views.files(inspected) : List.of());
        return view;
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        inspections.checkRecord(task.actor(), task.businessKey(), data.inspectedOn(), data.findings(), data.proposals(), data.files());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        inspections.record(task.actor(), task.businessKey(), data.inspectedOn(), data.findings(), data.proposals(), data.files());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Đơn vị được kiểm tra xem kết quả và nêu ý kiến; Trưởng khối đưa vào báo cáo sơ kết.";
    }
}
