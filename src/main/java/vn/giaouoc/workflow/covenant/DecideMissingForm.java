package vn.giaouoc.workflow.covenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantRecords;
import vn.giaouoc.covenant.CovenantSigning;
import vn.giaouoc.covenant.MemberState;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Quyết định về chữ ký còn thiếu": Sở Nội vụ extends, closes or sends the covenant back. */
@Component
class DecideMissingForm implements TaskForm<DecideMissingForm.Data> {

    record Data(Decision decision, LocalDate until, String reason) {
    }

    private final CovenantSigning signing;
    private final CovenantRecords records;
    private final CovenantQueries queries;
    private final CovenantMembers members;
    private final CovenantDates dates;
    private final CovenantViews views;

    DecideMissingForm(CovenantSigning signing, CovenantRecords records, CovenantQueries queries, CovenantMembers members,
                      CovenantDates dates, CovenantViews views) {
        this.signing = signing;
        this.records = records;
        this.queries = queries;
        this.members = members;
        this.dates = dates;
        this.views = views;
    }

    @Override
    public String form() {
        return CovenantProcess.KEY + "/decideMissing";
    }

    enum Decision { EXTEND, CLOSE, REVISE }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        return views.registered(task);
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        if (data.decision() == null) {
            throw new InvalidInput("decision", "Chọn gia hạn, khép lại hay chuyển Trưởng khối chỉnh sửa.");
        }
        switch (data.decision()) {
            case EXTEND -> signing.checkExtend(task.actor(), task.businessKey(), data.until());
            case CLOSE -> signing.checkCloseMissing(task.actor(), task.businessKey());
            case REVISE -> records.checkReturn(task.actor(), task.businessKey(), data.reason());
        }
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        String key = task.businessKey();
        String outcome = data.decision().name();
        switch (data.decision()) {
            case EXTEND -> {
                Instant dueAt = signing.extend(task.actor(), key, data.until());
                members.extended(key, units(key), dueAt);
                return Map.of(CovenantProcess.SIGN_DUE_AT, Date.from(dueAt), CovenantProcess.OUTCOME,
                        signing.refusals(key).isEmpty() ? outcome : CovenantProcess.REFUSED);
            }
            case CLOSE -> {
                signing.closeMissing(task.actor(), key);
                members.tell(key, units(key), CovenantProcess.SIGNING_STOPPED, Map.of());
                return Map.of(CovenantProcess.OUTCOME, outcome, CovenantProcess.SNV_DUE_AT, dates.record(key));
            }
            case REVISE -> records.returnToHead(task.actor(), key, data.reason());
        }
        return Map.of(CovenantProcess.OUTCOME, outcome);
    }

    private List<String> units(String key) {
        return queries.get(key).members().stream().map(MemberState::unitCode).toList();
    }

    @Override
    public String next(TaskContext task) {
        return "Gia hạn: các đơn vị ký tiếp; đơn vị nào đã từ chối ký thì Trưởng khối xử lý trước. Khép lại: không đơn vị nào ký được nữa, giao ước được ghi nhận với chữ ký còn thiếu. Chỉnh sửa: Trưởng khối "
                + "hoàn thiện, mọi thành viên ký lại.";
    }
}
