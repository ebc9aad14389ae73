package vn.giaouoc.workflow.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.Ground;
import vn.giaouoc.covenant.SignerGround;
import vn.giaouoc.review.ReviewSigning;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.workflow.covenant.DeputysGround;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Ký báo cáo sơ kết": the password is proven before, on its own way, and is no part of the form's data. */
@Component
class SignReviewReportForm implements TaskForm<SignReviewReportForm.Data> {

    record Data(Decision decision, Ground ground, String document, LocalDate date, String scope, LocalDate until, String digest, String reason) {
    }

    enum Decision { SIGN, RETURN }

    private final ReviewSigning signing;
    private final ReviewViews views;
    private final ReviewDates dates;

    SignReviewReportForm(ReviewSigning signing, ReviewViews views, ReviewDates dates) {
        this.signing = signing;
        this.views = views;
        this.dates = dates;
    }

    @Override
    public String form() {
        return ReviewProcess.KEY + "/signReport";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Map<String, Object> view = views.gathered(task);
        view.put("grounds", signing.grounds(task.actor(), task.businessKey()));
        return view;
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        if (data.decision() == null) {
            throw new InvalidInput("decision", "Chọn ký hoặc trả lại.");
        }
        if (data.decision() == Decision.SIGN) {
            signing.checkSign(task.actor(), task.businessKey(), ground(task, data), data.digest());
        } else {
            signing.checkSendBack(task.actor(), task.businessKey(), data.reason());
        }
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        if (data.decision() == Decision.SIGN) {
            signing.sign(task.actor(), task.businessKey(), ground(task, data), data.digest());
            return Map.of(ReviewProcess.OUTCOME, data.decision().name(), ReviewProcess.SNV_DUE_AT, dates.receive(task.businessKey()));
        }
        signing.sendBack(task.actor(), task.businessKey(), data.reason());
        return Map.of(ReviewProcess.OUTCOME, ReviewProcess.RETURN, ReviewProcess.HEAD_DUE_AT, dates.draft(task.businessKey()));
    }

    private static SignerGround ground(TaskContext task, Data data) {
        return DeputysGround.of(task, new SignerGround(data.ground(), data.document(), data.date(), data.scope(), data.until()));
    }

    @Override
    public Object initial(TaskContext task) {
        return DeputysGround.initial(task);
    }

    @Override
    public String next(TaskContext task) {
        return "Ký: báo cáo được gửi Sở Nội vụ. Trả lại: cán bộ phụ trách của đơn vị Trưởng khối chỉnh sửa.";
    }
}
