package vn.giaouoc.workflow.absence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.absence.AbsenceDraft;
import vn.giaouoc.absence.AbsenceStart;
import vn.giaouoc.absence.Absences;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.StartForm;

/** "Khai báo vắng mặt": everybody the own absence, heads those of their people; the page enters the same. */
@Component
class StartAbsenceForm implements StartForm<AbsenceDraft> {

    private final Absences absences;
    private final Clock clock;

    StartAbsenceForm(Absences absences, Clock clock) {
        this.absences = absences;
        this.clock = clock;
    }

    @Override
    public String processKey() {
        return AbsenceProcess.KEY;
    }

    @Override
    public boolean byDeputies() {
        return false;
    }

    @Override
    public AbsenceDraft read(ObjectNode data, FormReader reader) {
        return reader.read(data, AbsenceDraft.class);
    }

    @Override
    public Map<String, Object> view(Actor actor) {
        return Map.of("options", absences.options(actor, null), "today", LocalDate.now(clock));
    }

    @Override
    public void check(Actor actor, AbsenceDraft data) {
        absences.checkEnter(actor, data);
    }

    @Override
    public Started start(Actor actor, AbsenceDraft data) {
        AbsenceStart start = absences.begin(actor, data);
        return new Started(start.code(), AbsenceEngine.variables(start));
    }

    @Override
    public String next() {
        return "Từ 0 giờ ngày đầu, người xử lý thay thấy và nhận được việc của người vắng mặt; hết ngày cuối, quyền tự hết và việc chưa xong được trả lại.";
    }
}
