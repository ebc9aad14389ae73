package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.calendar.CalendarChanges;
import vn.giaouoc.calendar.CalendarEdit;
import vn.giaouoc.calendar.CalendarEdit.Action;
import vn.giaouoc.calendar.CalendarEdit.DayEdit;
import vn.giaouoc.calendar.CalendarEdit.ParameterEdit;
import vn.giaouoc.calendar.ChangeView;
import vn.giaouoc.calendar.DayCategory;
import vn.giaouoc.calendar.DayKind;
import vn.giaouoc.calendar.Move;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.platform.time.WorkingDays;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.FieldError;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;

/** The office changes the holiday table or a deadline while work is open: what moves, what stays, and what is said about it. */
class CalendarChangeIT extends ProcessTest {

    @Autowired
    CalendarChanges calendar;
    @Autowired
    WorkingDays workingDays;
    @Autowired
    Deadlines deadlines;

    /** Other tests count by the product's own table. */
    @AfterEach
    void theProductsOwnTable() {
        jobs.runDue();
        jdbc.sql("delete from calendar_day where recorded_by <> 'system'").update();
        jdbc.sql("delete from deadline_parameter where recorded_by <> 'system'").update();
        jdbc.sql("update deadline_parameter set valid_to = null where valid_to is not null").update();
    }

    @Test
    void aHolidayMovesDeadlinesRemindersAndTimersOfAllUnitsAndSaysWhich() {
        awayFromTheYearsEnd();
        recorded(nextNumber()); // together more cases than one job moves
        String code = recorded(nextNumber());
        Instant due = due(code);
        Instant remind = deadlines.before("RESPONSE_REMIND", due);
        Instant until = until(code);
        LocalDate storm = workingDays.after(today(), 2);

        List<Move> moves = moves(code, calendar.preview(officials.actor("truongphong"), off(storm)).moves());
        assertThat(moves).extracting(Move::slot, Move::oldDueAt, Move::newDueAt, Move::cases, Move::kept).contains(
                tuple("RESPONSE_DUE", due, later(due), 18, false), tuple("RESPONSE_REMIND", remind, later(remind), 18, false),
                tuple("RESPONSE_RETURN_WINDOW", until, later(until), 0, false));
        assertThat(moves).filteredOn(move -> move.slot().equals("RESPONSE_DUE")).first().satisfies(move -> assertThat(move.tasks())
                .containsExactly(Map.entry("Xây dựng kế hoạch, đăng ký công trình, phần việc", 18)));
        assertThat(due(code)).as("a preview changes nothing").isEqualTo(due);

        Instant newDue = later(due);
        Instant newRemind = later(remind);
        Instant newUntil = later(until);
        String change = calendar.apply(officials.actor("giamdoc"), off(storm));
        assertThatThrownBy(() -> calendar.apply(officials.actor("giamdoc"), off(workingDays.after(today(), 3))))
                .isInstanceOf(ConflictRefusal.class).hasMessageContaining("đang chuyển hạn");
        jobs.runDue();

        assertThat(due(code)).isEqualTo(newDue);
        assertThat(jdbc.sql("select distinct due_at from participation where campaign_code = ?").param(code)
                .query(Timestamp.class).list()).containsExactly(Timestamp.from(newDue));
        assertThat(tasksOf(code)).hasSize(18).allSatisfy(task -> assertThat(task.getDueDate()).isEqualTo(Date.from(newDue)));
        assertThat(timersOf(code)).hasSize(36).extracting(Job::getDuedate).containsOnly(Date.from(newDue), Date.from(newRemind));
        assertThat(until(code)).isEqualTo(newUntil);
        ChangeView done = calendar.get(officials.actor("chuyenvien"), change);
        assertThat(done.doneAt()).isNotNull();
        assertThat(done.decidedBy()).isEqualTo("giamdoc");
        assertThat(done.lines()).singleElement().satisfies(line -> {
            assertThat(line.before()).isNull();
            assertThat(line.after()).containsEntry("name", "Nghỉ tránh bão");
        });
        assertThat(done.moved()).filteredOn(moved -> moved.move().caseCode().equals(code)).extracting(ChangeView.Moved::outcome)
                .isNotEmpty().containsOnly("MOVED");

        calendar.apply(officials.actor("truongphong"), remove(storm)); // it did not come
        jobs.runDue();
        assertThat(due(code)).isEqualTo(due);
        assertThat(tasksOf(code)).allSatisfy(task -> assertThat(task.getDueDate()).isEqualTo(Date.from(due)));
        assertThat(timersOf(code)).extracting(Job::getDuedate).containsOnly(Date.from(due), Date.from(remind));
    }

    @Test
    void aHolidayChangedAfterTheFactMovesWhatIsLateAlready() {
        awayFromTheYearsEnd();
        String code = recorded(nextNumber());
        Instant due = due(code);
        LocalDate lastDay = LocalDate.ofInstant(due, clock.getZone());
        past(due);
        assertThat(openTasks(code + "/sgddt")).contains("userTask_urgeUnit");
        calendar.apply(officials.actor("truongphong"), off(lastDay));
        jobs.runDue();
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(code + "/sgddt").taskDefinitionKey("userTask_writeResponse").singleResult();
        assertThat(task.getDueDate().toInstant()).isEqualTo(deadlines.at(workingDays.after(lastDay, 1))).isAfter(clock.instant());
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(code + "/sgddt").taskDefinitionKey("userTask_urgeUnit").count())
                .as("what was done stays done").isEqualTo(1);
    }

    @Test
    void nothingFallsDueByAChangeAlone() {
        awayFromTheYearsEnd();
        LocalDate storm = workingDays.after(today(), 3);
        calendar.apply(officials.actor("truongphong"), off(storm));
        jobs.runDue();
        String code = recorded(nextNumber());
        Instant due = due(code);
        past(deadlines.at(workingDays.before(LocalDate.ofInstant(due, clock.getZone()), 1)).plus(Duration.ofHours(1)));
        assertThat(due).isAfter(clock.instant());

        List<Move> moves = moves(code, calendar.preview(officials.actor("truongphong"), remove(storm)).moves());
        assertThat(moves).filteredOn(move -> move.slot().equals("RESPONSE_DUE")).singleElement().satisfies(move -> {
            assertThat(move.kept()).isTrue();
            assertThat(move.newDueAt()).isBefore(clock.instant());
        });
        String change = calendar.apply(officials.actor("truongphong"), remove(storm));
        jobs.runDue();
        assertThat(due(code)).isEqualTo(due);
        assertThat(openTasks(code + "/sgddt")).doesNotContain("userTask_urgeUnit");
        assertThat(calendar.get(officials.actor("truongphong"), change).moved()).filteredOn(moved -> moved.move().caseCode().equals(code)
                && moved.move().slot().equals("RESPONSE_DUE")).extracting(ChangeView.Moved::outcome).containsExactly("KEPT");
    }

    @Test
    void aDeadlineChangesFromADayOnAndTypedDatesStay() {
        awayFromTheYearsEnd();
        String inApproval = draft(Map.of());
        String typed = recorded(Map.of("responseDue", workingDays.after(today(), 8).toString()));
        Instant typedDue = due(typed);
        Instant step = deadlines.due("APPROVE_DIVISION", clock.instant()).dueAt();
        var edit = new CalendarEdit("Theo quy chế làm việc mới", null, null, List.of(
                new ParameterEdit("APPROVE_DIVISION", 4, false, "Quy chế làm việc của Sở Nội vụ (sửa đổi)", true, today()),
                new ParameterEdit("RESPONSE_DUE", 3, true, "Kế hoạch phát động phong trào", true, today())));
        calendar.apply(officials.actor("admin"), edit);
        jobs.runDue();

        Instant moved = deadlines.at(workingDays.after(today(), 4));
        assertThat(step).isBefore(moved);
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(inApproval + "/KH").singleResult();
        assertThat(task.getDueDate()).isEqualTo(Date.from(moved));
        assertThat(management.createJobQuery().processInstanceId(task.getProcessInstanceId()).timers().singleResult().getDuedate())
                .isEqualTo(Date.from(moved));
        assertThat(due(typed)).isEqualTo(typedDue);
        assertThat(deadlines.due("RESPONSE_DUE", clock.instant()).dueAt()).isEqualTo(deadlines.at(today().plusDays(3)));
        assertThat(jdbc.sql("select valid_to from deadline_parameter where code = 'APPROVE_DIVISION' and recorded_by = 'system'")
                .query(LocalDate.class).single()).isEqualTo(today().minusDays(1));
    }

    @Test
    void whatCannotBeIsRefusedAtItsField() {
        LocalDate tet = LocalDate.of(2024, 2, 12);
        refused(new CalendarEdit(" ", null, List.of(day(tet, Action.ADD, DayKind.HOLIDAY)), null), "reason", "Nêu lý do thay đổi.");
        refused(new CalendarEdit("Bão", null, null, null), "days", "Chưa có thay đổi nào.");
        refused(off(tet), "days[0].day", "Ngày 12/02/2024 đã có trong bảng: Tết Nguyên đán.");
        refused(remove(LocalDate.of(2024, 2, 15)), "days[0].day", "Ngày 15/02/2024 chưa có trong bảng.");
        refused(edit(day(LocalDate.of(2024, 5, 8), Action.ADD, DayKind.WORKING_DAY)), "days[0].day",
                "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật; 08/05/2024 vốn là ngày làm việc.");
        refused(off(LocalDate.of(2060, 5, 10)), "days[0].day", "Bảng ngày nghỉ chưa có năm 2060; hãy thêm năm trước.");
        refused(new CalendarEdit("Bão", null, List.of(new DayEdit(LocalDate.of(2024, 5, 8), Action.ADD, DayKind.HOLIDAY, DayCategory.LOCAL, "Nghỉ", " ",
                false)), null), "days[0].legalSource", "Nhập căn cứ.");
        refused(parameter(new ParameterEdit("APPROVE_SIGN", 3, false, "Quy chế", true, LocalDate.of(2020, 1, 1))), "parameters[0].validFrom",
                "Trùng thời gian áp dụng: đã có giá trị từ ngày 01/01/2021. Ngày bắt đầu phải từ ngày đó trở đi.");
        refused(parameter(new ParameterEdit("APPROVE_SIGN", 400, false, "Quy chế", true, today())), "parameters[0].days",
                "Nhập số ngày từ 0 đến 365.");
        refused(parameter(new ParameterEdit("KHONG_CO", 4, false, "Quy chế", true, today())), "parameters[0].code", "Không có thời hạn này.");
        assertThat(calendar.preview(officials.actor("truongphong"), off(LocalDate.of(2024, 5, 12))).warnings()).extracting(FieldError::message)
                .anyMatch(message -> message.contains("12/05/2024 vốn là ngày nghỉ hằng tuần"));
        assertThatThrownBy(() -> calendar.preview(officials.actor("chuyenvien"), off(tet))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> calendar.list(officials.actor("canbo.sgddt"))).isInstanceOf(NotAllowed.class);
    }

    // ---- words of the tests -----------------------------------------------------------------------------------------

    /** The table ends with 2030, and the days around Tết are no place to count by hand. */
    private void awayFromTheYearsEnd() {
        if (today().getMonthValue() < 3) {
            past(LocalDate.of(today().getYear(), 3, 2).atTime(9, 0).atZone(clock.getZone()).toInstant());
        }
        if (today().getMonthValue() > 9) {
            past(LocalDate.of(today().getYear() + 1, 3, 2).atTime(9, 0).atZone(clock.getZone()).toInstant());
        }
    }

    private void refused(CalendarEdit edit, String field, String message) {
        assertThatThrownBy(() -> calendar.apply(officials.actor("truongphong"), edit)).isInstanceOfSatisfying(InvalidInput.class,
                refusal -> assertThat(refusal.errors()).extracting(FieldError::field, FieldError::message).contains(tuple(field, message)));
    }

    private static CalendarEdit off(LocalDate day) {
        return edit(day(day, Action.ADD, DayKind.HOLIDAY));
    }

    private static CalendarEdit remove(LocalDate day) {
        return edit(new DayEdit(day, Action.REMOVE, null, null, null, null, null));
    }

    private static CalendarEdit edit(DayEdit day) {
        return new CalendarEdit("Tránh bão", null, List.of(day), null);
    }

    private static CalendarEdit parameter(ParameterEdit parameter) {
        return new CalendarEdit("Theo quy chế mới", null, null, List.of(parameter));
    }

    private static DayEdit day(LocalDate day, Action action, DayKind kind) {
        return new DayEdit(day, action, kind, kind == DayKind.HOLIDAY ? DayCategory.LOCAL : DayCategory.SWAP, "Nghỉ tránh bão",
                "Công điện của Chủ tịch UBND tỉnh", false);
    }

    private static List<Move> moves(String code, List<Move> all) {
        return all.stream().filter(move -> move.caseCode().equals(code)).toList();
    }

    private Instant due(String code) {
        return jdbc.sql("select response_due_at from campaign where code = ?").param(code).query(Timestamp.class).single().toInstant();
    }

    private Instant until(String code) {
        return jdbc.sql("select return_until from campaign where code = ?").param(code).query(Timestamp.class).single().toInstant();
    }

    /** One working day later, at the same hour. */
    private Instant later(Instant due) {
        return deadlines.at(workingDays.after(LocalDate.ofInstant(due, clock.getZone()), 1));
    }

    private List<Task> tasksOf(String code) {
        return tasks.createTaskQuery().processInstanceBusinessKeyLike(code + "/%").taskDefinitionKey("userTask_writeResponse").list();
    }

    private List<Job> timersOf(String code) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKeyLike(code + "/%").processDefinitionKey("unit-response").list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream()).toList();
    }
}
