package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.calendar.CalendarEdit;
import vn.giaouoc.calendar.CalendarEdit.Action;
import vn.giaouoc.calendar.CalendarEdit.DayEdit;
import vn.giaouoc.calendar.CalendarEdit.ParameterEdit;
import vn.giaouoc.calendar.CalendarEdit.YearEdit;
import vn.giaouoc.calendar.ChangeView;
import vn.giaouoc.calendar.DayCategory;
import vn.giaouoc.calendar.DayKind;
import vn.giaouoc.calendar.DryRun;
import vn.giaouoc.calendar.Move;
import vn.giaouoc.calendar.YearView;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.review.ReviewStatus;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.FieldError;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;

/** The office changes the holiday table or a deadline while work is open: what moves, what stays, and what is said about it. */
class CalendarChangeIT extends CalendarTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    DryRun dryRun;

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
        String change = applied("giamdoc", off(storm));
        assertThatThrownBy(() -> applied("giamdoc", off(workingDays.after(today(), 3))))
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
        assertThat(done.decidedBy()).as("by name").isEqualTo("Trần Quang Vinh");
        assertThat(done.lines()).singleElement().satisfies(line -> {
            assertThat(line.before()).isNull();
            assertThat(line.after()).containsEntry("name", "Nghỉ tránh bão");
        });
        assertThat(done.moved()).filteredOn(moved -> moved.move().caseCode().equals(code)).extracting(ChangeView.Moved::outcome)
                .isNotEmpty().containsOnly("MOVED");

        applied("truongphong", remove(storm)); // it did not come
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
        applied("truongphong", off(lastDay));
        jobs.runDue();
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(code + "/sgddt").taskDefinitionKey("userTask_writeResponse").singleResult();
        assertThat(task.getDueDate().toInstant()).isEqualTo(deadlines.at(workingDays.after(lastDay, 1))).isAfter(clock.instant());
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(code + "/sgddt").taskDefinitionKey("userTask_urgeUnit").count())
                .as("what was done stays done").isEqualTo(1);
    }

    @Test
    void aHolidayAfterTheFactMovesAnOpenReviewItsMembersTasksAndReminders() {
        awayFromTheYearsEnd();
        String year = yearOfToday(2092, UNITS);
        String key = begunReview(year, UNITS.get(0));
        Instant due = review(key).reportsDueAt();
        Instant newDue = later(due);
        Instant newRemind = later(deadlines.before("REVIEW_REPORT_REMIND", due));
        assertThat(dryRun.of(officials.actor("truongphong"), today().getYear(), key, null, 5).items()).extracting(YearView.Item::what)
                .containsExactly("Thành viên báo cáo sơ kết", "Trưởng khối tổng hợp sơ kết", "Hội nghị sơ kết khối",
                        "Trưởng khối hoàn thiện báo cáo sơ kết", "Thủ trưởng đơn vị Trưởng khối ký báo cáo sơ kết", "Tiếp nhận báo cáo sơ kết của khối");
        LocalDate storm = workingDays.after(today(), 2);
        past(deadlines.at(storm));

        applied("truongphong", off(storm));
        jobs.runDue();
        assertThat(review(key).reportsDueAt()).isEqualTo(newDue);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKeyLike(key + "/%").taskDefinitionKey("userTask_writeReview").list()).hasSize(4)
                .allSatisfy(task -> assertThat(task.getDueDate()).isEqualTo(Date.from(newDue)));
        assertThat(timers(ReviewKey.part(key, "sxd"))).extracting(Job::getDuedate).containsExactly(Date.from(newRemind));
        assertThat(timers(key)).extracting(Job::getDuedate).containsExactly(Date.from(newDue));
        past(due);
        assertThat(reviewStatus(key)).as("the date of before").isEqualTo(ReviewStatus.REPORTING);
        past(newDue);
        assertThat(reviewStatus(key)).isEqualTo(ReviewStatus.CONSOLIDATING);
    }

    @Test
    void theDayAReviewBeginsMovesUnlessTheBlocHasNamedIt() {
        awayFromTheYearsEnd();
        String counted = composed(2092, "khoi-2092-1", List.of("dienlucbk", "capnuocbk"));
        String typed = composed(2092, "khoi-2092-2", List.of("xanhuco", "xakhangninh"));
        reviewPlans.set(officials.actor("canbo.xanhuco"), typed, LocalDate.of(2092, 6, 14), false);
        assertThat(begins(counted)).isEqualTo(begins(typed)).isEqualTo(Date.from(deadlines.at(LocalDate.of(2092, 6, 14))));
        changed(new CalendarEdit("Thêm năm", List.of(new YearEdit(2092, false, "Bộ luật Lao động 2019, Điều 112")), null, null));
        assertThat(begins(counted)).as("not on a Saturday, as soon as the table knows").isEqualTo(Date.from(deadlines.at(LocalDate.of(2092, 6, 16))));
        changed(parameter(new ParameterEdit("REVIEW_BEGIN", 170, true, "Quy chế mới", true, today())));
        assertThat(begins(counted)).isEqualTo(Date.from(deadlines.at(LocalDate.of(2092, 6, 19))));
        assertThat(reviewPlans.of(counted).beginOn()).isEqualTo(LocalDate.of(2092, 6, 19));
        assertThat(begins(typed)).isEqualTo(Date.from(deadlines.at(LocalDate.of(2092, 6, 14))));
    }

    /** What the page and the dry run say is where the timer stands. */
    @Test
    void theDayAReviewBeginsIsKeptWhereItWouldHavePassedAndStaysInThePeriod() {
        awayFromTheYearsEnd();
        String year = composed(2080, List.of("xanhuco", "xakhangninh"));
        lasts(year, today().minusDays(150), today().plusDays(40));
        reviewPlans.set(officials.actor("canbo.xanhuco"), year, null, false);
        Date counted = begins(year);
        LocalDate day = LocalDate.ofInstant(counted.toInstant(), clock.getZone());
        assertThat(day).isBetween(today().plusDays(15), today().plusDays(25));

        String change = changed(beginsAfter(140));
        assertThat(begins(year)).isEqualTo(counted);
        assertThat(reviewPlans.of(year).beginOn()).isEqualTo(day);
        assertThat(outcomes(change, year)).containsExactly("KEPT");
        assertThat(calendar.list(officials.actor("truongphong"))).filteredOn(one -> one.code().equals(change)).extracting(ChangeView::moves)
                .as("what is kept is not counted as moved").containsExactly(moved(change));
        assertThat(dryRun.of(officials.actor("truongphong"), day.getYear(), ReviewKey.of(year), null, 5).items())
                .filteredOn(item -> item.what().equals("Bắt đầu sơ kết khối")).extracting(YearView.Item::day).containsExactly(day);

        assertThat(outcomes(changed(beginsAfter(365)), year)).containsExactly("MOVED");
        assertThat(begins(year)).isEqualTo(Date.from(deadlines.at(today().plusDays(40))));
        assertThat(reviewPlans.of(year).beginOn()).isEqualTo(today().plusDays(40));

        assertThat(outcomes(changed(beginsAfter(165)), year)).as("a capped day follows too").containsExactly("MOVED");
        assertThat(begins(year)).isEqualTo(counted);
        reviewPlans.set(officials.actor("canbo.xanhuco"), year, today().plusDays(5), false);
        assertThat(outcomes(changed(beginsAfter(170)), year)).as("the bloc's own day").isEmpty();
    }

    /** Its transaction began before the change and ended after it. */
    @Test
    void whatWasCountedByTheTableOfBeforeMeanwhileMovesToo() {
        awayFromTheYearsEnd();
        String code = recorded(nextNumber());
        Instant due = due(code);
        LocalDate storm = workingDays.after(today(), 2);
        Map<String, Object> notCommitted = jdbc.sql("delete from deadline_basis where case_code = ? and slot = 'RESPONSE_DUE' returning *")
                .param(code).query().singleRow();
        String change = applied("truongphong", off(storm));
        assertThat(outcomes(change, code)).isEmpty();
        jdbc.sql("insert into deadline_basis (" + String.join(", ", notCommitted.keySet()) + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(notCommitted.values().toArray()).update();
        jobs.runDue();
        assertThat(due(code)).isEqualTo(later(due));
        assertThat(tasksOf(code)).hasSize(18).allSatisfy(task -> assertThat(task.getDueDate()).isEqualTo(Date.from(later(due))));
        assertThat(outcomes(change, code)).isNotEmpty().containsOnly("MOVED");
        assertThat(calendar.get(officials.actor("truongphong"), change).doneAt()).isNotNull();
    }

    /** Two look at what their edits do at the same time: who is second looks again. */
    @Test
    void whatIsAppliedIsWhatWasShown() {
        awayFromTheYearsEnd();
        LocalDate storm = workingDays.after(today(), 40);
        String seen = calendar.preview(officials.actor("giamdoc"), off(storm)).latest();
        String other = changed(off(workingDays.after(today(), 41)));
        assertThatThrownBy(() -> calendar.apply(officials.actor("giamdoc"), off(storm), seen)).isInstanceOf(ConflictRefusal.class)
                .hasMessageContaining("Lịch vừa được thay đổi");
        assertThat(calendar.preview(officials.actor("giamdoc"), off(storm)).latest()).isEqualTo(other);
        assertThat(calendar.apply(officials.actor("giamdoc"), off(storm), other)).isNotEqualTo(other);
    }

    @Test
    void everyDeadlineTheOfficeMaySetIsOneOfTheProduct() throws IOException {
        Set<String> unused = new TreeSet<>(jdbc.sql("select distinct code from deadline_parameter where code not in (select deadline from approval_step) "
                + "and code not in (select deadline_code from escalation_level where deadline_code is not null)").query(String.class).list());
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                unused.removeIf(code -> text.contains("\"" + code + "\""));
            }
        }
        unused.removeIf(code -> Set.of("COVENANT_COMMENT_REMIND", "COVENANT_REGISTER_REMIND", "COVENANT_SIGN_REMIND").contains(code));
        assertThat(unused).as("deadlines that nothing is due by").isEmpty();
    }

    @Test
    void nothingFallsDueByAChangeAlone() {
        awayFromTheYearsEnd();
        LocalDate storm = workingDays.after(today(), 3);
        applied("truongphong", off(storm));
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
        String change = applied("truongphong", remove(storm));
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
        applied("admin", edit);
        jobs.runDue();

        Instant moved = deadlines.at(workingDays.after(today(), 4));
        assertThat(step).isBefore(moved);
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(inApproval + "/KH").singleResult();
        assertThat(task.getDueDate()).isEqualTo(Date.from(moved));
        assertThat(management.createJobQuery().processInstanceId(task.getProcessInstanceId()).timers().singleResult().getDuedate())
                .isEqualTo(Date.from(moved));
        assertThat(due(typed)).isEqualTo(typedDue);
        assertThat(deadlines.due("RESPONSE_DUE", clock.instant()).dueAt()).as("or the working day after that")
                .isEqualTo(deadlines.at(workingDays.after(today().plusDays(2), 1)));
        assertThat(jdbc.sql("select valid_to from deadline_parameter where code = 'APPROVE_DIVISION' and recorded_by = 'system'")
                .query(LocalDate.class).single()).isEqualTo(today().minusDays(1));
    }

    /** A day that was mistyped into the future does not close the time before it. */
    @Test
    void aValueMayBeSetBeforeOneThatIsStillToCome() {
        awayFromTheYearsEnd();
        LocalDate later = today().plusYears(1);
        changed(parameter(new ParameterEdit("SUPPLY_NUMBER", 9, false, "Quy chế", true, later)));
        CalendarEdit before = parameter(new ParameterEdit("SUPPLY_NUMBER", 7, false, "Quy chế", true, today()));
        assertThat(calendar.preview(officials.actor("truongphong"), before).warnings()).extracting(FieldError::field, FieldError::message)
                .containsExactly(tuple("parameters[0].validFrom", "Chỉ áp dụng đến hết ngày " + DAY.format(later.minusDays(1)) + ": từ ngày "
                        + DAY.format(later) + " đã có giá trị khác."));
        changed(before);
        assertThat(jdbc.sql("select working_days, valid_from, valid_to from deadline_parameter where code = 'SUPPLY_NUMBER' order by valid_from")
                .query((row, n) -> tuple(row.getInt(1), row.getObject(2, LocalDate.class), row.getObject(3, LocalDate.class))).list())
                .containsExactly(tuple(5, LocalDate.of(2021, 1, 1), today().minusDays(1)), tuple(7, today(), later.minusDays(1)),
                        tuple(9, later, null));
        refused(parameter(new ParameterEdit("SUPPLY_NUMBER", 7, false, "Quy chế", true, today().minusDays(1))), "parameters[0].validFrom",
                "Trùng thời gian áp dụng: đã có giá trị từ ngày " + DAY.format(today()) + ". Ngày bắt đầu phải từ ngày đó trở đi.");
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
        refused(parameter(new ParameterEdit("ESCALATE_HEAD", 3, true, "Quy chế", true, today())), "parameters[0].calendarDays",
                "Việc nhắc hạn, báo quá hạn chỉ tính theo ngày làm việc.");
        refused(parameter(new ParameterEdit("KHONG_CO", 4, false, "Quy chế", true, today())), "parameters[0].code", "Không có thời hạn này.");
        assertThat(calendar.preview(officials.actor("truongphong"), off(LocalDate.of(2024, 5, 12))).warnings()).extracting(FieldError::message)
                .anyMatch(message -> message.contains("12/05/2024 vốn là ngày nghỉ hằng tuần"));
        assertThatThrownBy(() -> calendar.preview(officials.actor("chuyenvien"), off(tet))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> calendar.list(officials.actor("canbo.sgddt"))).isInstanceOf(NotAllowed.class);
    }

    // ---- words of the tests -----------------------------------------------------------------------------------------

    private void refused(CalendarEdit edit, String field, String message) {
        assertThatThrownBy(() -> applied("truongphong", edit)).isInstanceOfSatisfying(InvalidInput.class,
                refusal -> assertThat(refusal.errors()).extracting(FieldError::field, FieldError::message).contains(tuple(field, message)));
    }

    private static CalendarEdit beginsAfter(int days) {
        return parameter(new ParameterEdit("REVIEW_BEGIN", days, true, "Quy chế mới", true, LocalDate.of(2000, 1, 2)));
    }

    private List<String> outcomes(String change, String code) {
        return calendar.get(officials.actor("truongphong"), change).moved().stream().filter(moved -> moved.move().caseCode().equals(code))
                .map(ChangeView.Moved::outcome).toList();
    }

    private int moved(String change) {
        return (int) calendar.get(officials.actor("truongphong"), change).moved().stream().filter(moved -> moved.outcome().equals("MOVED")).count();
    }

    private Instant due(String code) {
        return jdbc.sql("select response_due_at from campaign where code = ?").param(code).query(Timestamp.class).single().toInstant();
    }

    private Instant until(String code) {
        return jdbc.sql("select return_until from campaign where code = ?").param(code).query(Timestamp.class).single().toInstant();
    }

    private List<Task> tasksOf(String code) {
        return tasks.createTaskQuery().processInstanceBusinessKeyLike(code + "/%").taskDefinitionKey("userTask_writeResponse").list();
    }

    private List<Job> timersOf(String code) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKeyLike(code + "/%").processDefinitionKey("unit-response").list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).timers().list().stream()).toList();
    }

    private Date begins(String year) {
        return (Date) runtime.getVariable(runtime.createProcessInstanceQuery().processInstanceBusinessKey(year)
                .processDefinitionKey("bloc-year").singleResult().getId(), "reviewBeginsAt");
    }

    private List<Job> timers(String key) {
        return management.createJobQuery().processInstanceId(runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).singleResult()
                .getId()).timers().list();
    }
}
