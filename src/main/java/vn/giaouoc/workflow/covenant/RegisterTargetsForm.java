package vn.giaouoc.workflow.covenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.Covenants;
import vn.giaouoc.covenant.MemberRegistration;
import vn.giaouoc.covenant.Registration;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Đăng ký danh hiệu, chỉ tiêu thi đua". */
@Component
class RegisterTargetsForm implements TaskForm<RegisterTargetsForm.Data> {

    record Data(Registration registration) {
    }

    private final Covenants covenants;
    private final CovenantQueries queries;
    private final CovenantViews views;

    RegisterTargetsForm(Covenants covenants, CovenantQueries queries, CovenantViews views) {
        this.covenants = covenants;
        this.queries = queries;
        this.views = views;
    }

    @Override
    public String form() {
        return CovenantProcess.MEMBER_KEY + "/registerTargets";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return new Data(reader.read(data, Registration.class));
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.member(task);
    }

    /** What was registered before, in this covenant or in the one it amends, is offered again. */
    @Override
    public Object initial(TaskContext task) {
        String unit = CovenantProcess.unit(task.businessKey());
        return queries.registrations(CovenantProcess.covenant(task.businessKey())).stream()
                .filter(found -> found.unitCode().equals(unit) && found.registration() != null).findFirst()
                .<Object>map(MemberRegistration::registration).orElse(Map.of());
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        return covenants.checkRegistration(task.actor(), CovenantProcess.covenant(task.businessKey()),
                CovenantProcess.unit(task.businessKey()), data.registration());
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        covenants.register(task.actor(), CovenantProcess.covenant(task.businessKey()), CovenantProcess.unit(task.businessKey()),
                data.registration());
        return Map.of();
    }

    @Override
    public String next(TaskContext task) {
        return "Đăng ký được đưa vào bản tổng hợp của khối để hội nghị thống nhất, sau đó thủ trưởng đơn vị ký giao ước.";
    }
}
