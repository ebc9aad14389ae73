package vn.giaouoc.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.review.BlocReport;
import vn.giaouoc.review.ReviewQueries;
import vn.giaouoc.review.ReviewSigning;
import vn.giaouoc.review.ReviewView;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Hoàn thiện báo cáo sơ kết". */
@Component
class DraftReviewReportForm implements TaskForm<BlocReport> {

    private final ReviewSigning signing;
    private final ReviewQueries reviews;
    private final ReviewViews views;
    private final ReviewDates dates;

    DraftReviewReportForm(ReviewSigning signing, ReviewQueries reviews, ReviewViews views, ReviewDates dates) {
        this.signing = signing;
        this.reviews = reviews;
        this.views = views;
        this.dates = dates;
    }

    @Override
    public String form() {
        return ReviewProcess.KEY + "/draftReport";
    }

    @Override
    public BlocReport read(ObjectNode data, FormReader reader) {
        return reader.read(data, BlocReport.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.gathered(task);
    }

    /** What came back begins with what was written; a first report with the consolidation. */
    @Override
    public Object initial(TaskContext task) {
        ReviewView review = reviews.get(task.businessKey());
        return review.report() != null ? review.report() : new BlocReport(null, null, review.summary().overview(), review.summary().results(),
                review.summary().limitations(), null, null);
    }

    @Override
    public List<Finding> check(TaskContext task, BlocReport data) {
        signing.checkDraft(task.actor(), task.businessKey(), data);
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, BlocReport data) {
        String head = signing.draft(task.actor(), task.businessKey(), data);
        return Map.of(ReviewProcess.SIGN_DUE_AT, dates.sign(task.businessKey()), ReviewProcess.HEAD_LEAD_GROUP, Organisation.leadGroup(head));
    }

    @Override
    public String next(TaskContext task) {
        return "Báo cáo được chốt để thủ trưởng đơn vị Trưởng khối ký, rồi gửi Sở Nội vụ.";
    }

    @Override
    public String returnReason(TaskContext task) {
        return reviews.get(task.businessKey()).returnReason();
    }
}
