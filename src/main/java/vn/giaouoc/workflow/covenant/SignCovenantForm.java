package vn.giaouoc.workflow.covenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantSigning;
import vn.giaouoc.covenant.Ground;
import vn.giaouoc.covenant.SignerGround;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Ký giao ước": the password is proven before, on its own way, and is no part of the form's data. */
@Component
class SignCovenantForm implements TaskForm<SignCovenantForm.Data> {

    record Data(Decision decision, Ground ground, String document, LocalDate date, String scope, LocalDate until, String digest, String reason) {
    }

    private final CovenantSigning signing;
    private final CovenantViews views;

    SignCovenantForm(CovenantSigning signing, CovenantViews views) {
        this.signing = signing;
        this.views = views;
    }

    @Override
    public String form() {
        return CovenantProcess.MEMBER_KEY + "/signCovenant";
    }

    enum Decision { SIGN, REFUSE }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Map<String, Object> view = views.member(task);
        view.put("grounds", signing.grounds(task.actor(), CovenantProcess.covenant(task.businessKey()),
                CovenantProcess.unit(task.businessKey())));
        return view;
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        if (data.decision() == null) {
            throw new InvalidInput("decision", "Chọn ký hoặc từ chối ký.");
        }
        if (data.decision() == Decision.SIGN) {
            signing.checkSign(task.actor(), CovenantProcess.covenant(task.businessKey()), CovenantProcess.unit(task.businessKey()),
                    ground(task, data), data.digest());
        } else {
            signing.checkRefuse(task.actor(), CovenantProcess.covenant(task.businessKey()), CovenantProcess.unit(task.businessKey()),
                    data.reason());
        }
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        if (data.decision() == Decision.SIGN) {
            signing.sign(task.actor(), CovenantProcess.covenant(task.businessKey()), CovenantProcess.unit(task.businessKey()),
                    ground(task, data), data.digest());
        } else {
            signing.refuse(task.actor(), CovenantProcess.covenant(task.businessKey()), CovenantProcess.unit(task.businessKey()),
                    data.reason());
        }
        return Map.of();
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
        return "Ký: chữ ký điện tử của đơn vị được ghi vào giao ước. Từ chối: lý do được chuyển Trưởng khối xử lý.";
    }
}
