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
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Ký phụ lục kế thừa": the successor takes the covenant on. */
@Component
class SignAnnexForm implements TaskForm<SignAnnexForm.Data> {

    record Data(Ground ground, String document, LocalDate date, String scope, LocalDate until, String digest) {
    }

    private final CovenantSigning signing;
    private final CovenantViews views;

    SignAnnexForm(CovenantSigning signing, CovenantViews views) {
        this.signing = signing;
        this.views = views;
    }

    @Override
    public String form() {
        return CovenantProcess.ANNEX_KEY + "/signAnnex";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Map<String, Object> view = views.document(task);
        view.put("annex", signing.annex(task.businessKey()));
        view.put("grounds", signing.annexGrounds(task.actor(), task.businessKey()));
        return view;
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        signing.checkSignAnnex(task.actor(), task.businessKey(), ground(task, data), data.digest());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        signing.signAnnex(task.actor(), task.businessKey(), ground(task, data), data.digest());
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
        return "Phụ lục được ghi cạnh bản giao ước; chữ ký của các thành viên khác giữ nguyên.";
    }
}
