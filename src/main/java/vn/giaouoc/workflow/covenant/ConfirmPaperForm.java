package vn.giaouoc.workflow.covenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantSigning;
import vn.giaouoc.covenant.InkSigner;
import vn.giaouoc.covenant.PaperAnswer;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Xác nhận bản ký giấy": a confirmation is a signature, so the password is proven before, on its own way. */
@Component
class ConfirmPaperForm implements TaskForm<ConfirmPaperForm.Data> {

    record Data(Boolean confirmed, String signerName, String signerPosition, String reason, String digest) {

        PaperAnswer answer() {
            return new PaperAnswer(confirmed, new InkSigner(signerName, signerPosition), reason, digest);
        }
    }

    private final CovenantSigning signing;
    private final CovenantViews views;

    ConfirmPaperForm(CovenantSigning signing, CovenantViews views) {
        this.signing = signing;
        this.views = views;
    }

    @Override
    public String form() {
        return CovenantProcess.MEMBER_KEY + "/confirmPaper";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.member(task);
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        signing.checkConfirm(task.actor(), CovenantProcess.covenant(task.businessKey()), CovenantProcess.unit(task.businessKey()),
                data.answer());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        signing.confirmPaper(task.actor(), CovenantProcess.covenant(task.businessKey()), CovenantProcess.unit(task.businessKey()),
                data.answer());
        return Map.of(CovenantProcess.CONFIRMED, data.confirmed());
    }

    @Override
    public String next(TaskContext task) {
        return "Xác nhận: chữ ký trên giấy được tính cho đơn vị. Không công nhận: lý do được chuyển Trưởng khối, đơn vị ký lại tại đây.";
    }
}
