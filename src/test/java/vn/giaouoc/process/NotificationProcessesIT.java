package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.absence.AbsenceDraft;
import vn.giaouoc.absence.AbsenceGround;
import vn.giaouoc.absence.Absences;
import vn.giaouoc.absence.HeldTasks;
import vn.giaouoc.notification.Delivery;
import vn.giaouoc.notification.Escalations;
import vn.giaouoc.notification.NoticeKind;
import vn.giaouoc.notification.NoticeSettings;
import vn.giaouoc.organisation.OrganisationAdmin;
import vn.giaouoc.organisation.PersonData;
import vn.giaouoc.test.TestMail;

/** Who is told of what, and when: new tasks, reminders around working days, overdue tasks level by level. */
class NotificationProcessesIT extends NotificationTest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    @Autowired
    NoticeSettings settings;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    Absences absences;
    @Autowired
    HeldTasks heldTasks;
    @Autowired
    Escalations escalations;
    @Autowired
    OrganisationAdmin organisation;

    @Test
    void aNewTaskIsToldToThoseWhoseItIsAndToNobodyElse() {
        String key = asked();
        assertThat(jdbc.sql("select count(*) from notice").query(Long.class).single()).as("nothing is written by the click").isZero();

        sent();
        sent();

        assertThat(subjects(official)).containsExactly("[Giao Ước] Việc mới: Xây dựng kế hoạch, đăng ký công trình, phần việc");
        assertThat(subjects(head)).as("the head has the unit's approvals, not its officials' work").isEmpty();
        TestMail.Received letter = server.received(address(official)).get(0);
        String task = task(key, "userTask_writeResponse").getId();
        assertThat(letter.text()).contains("Kính gửi Nguyễn Văn Tạm,", TITLE, "Đơn vị: Hợp tác xã " + unit, "Mã hồ sơ: " + key.substring(0, key.indexOf('/')),
                "Hạn: " + DAY.format(dueDay(key)), "http://localhost:8080/camunda/app/tasklist/default/#/?task=" + task, "Bắc Kạn");
        assertThat(letter.html()).contains("lang=\"vi\"", "href=\"http://localhost:8080/camunda/app/tasklist/default/#/?task=" + task + "\"")
                .doesNotContain("{{");
        assertThat(letter.text()).doesNotContain("{{");
        assertThat(letter.id()).startsWith("<").endsWith("@giaouoc.example>");

        write(key, official);
        sent();
        assertThat(subjects(head)).containsExactly("[Giao Ước] Việc mới: Thủ trưởng đơn vị duyệt");
        assertThat(instances("mail-delivery")).as("each delivery has come to its end").isZero();
    }

    @Test
    void remindersComeFiveDaysAndOneDayBeforeAndOnTheDay() {
        String key = asked();
        sent();
        readAll();
        LocalDate due = dueDay(key);
        rounds.ensure();
        rounds.ensure();
        assertThat(instances("reminder-round")).isEqualTo(1);

        morning(workingDays.before(due, 6));
        assertThat(subjects(official)).isEmpty();

        LocalDate early = workingDays.before(due, 5);
        morning(early);
        assertThat(subjects(official)).containsExactly("[Giao Ước] Việc cần chú ý ngày " + DAY.format(early) + ": 1 việc");
        assertThat(onlyText(official)).contains("VIỆC SẮP ĐẾN HẠN", "Hạn: " + DAY.format(due));
        readAll();

        morning(workingDays.before(due, 2)); // the model's own reminder lies three days before
        sent();
        assertThat(jdbc.sql("select reminded_at is not null from participation where unit_code = ?").param(unit).query(Boolean.class).single()).isTrue();
        assertThat(subjects(official)).as("told already, by the round").isEmpty();

        morning(workingDays.before(due, 1));
        assertThat(onlyText(official)).contains("NHẮC LẦN CUỐI: VIỆC SẮP ĐẾN HẠN");
        readAll();

        morning(due);
        assertThat(onlyText(official)).contains("VIỆC ĐẾN HẠN HÔM NAY");
        transaction.executeWithoutResult(status -> rounds.gather("NH-" + due));
        transaction.executeWithoutResult(status -> rounds.write("NH-" + due));
        jobs.runDue();
        assertThat(subjects(official)).as("a second round of the same day").hasSize(1);
        assertThat(subjects(head)).isEmpty();
        assertThat(instances("reminder-round")).as("the next one waits").isEqualTo(1);
    }

    @Test
    void theDeputyOfSomebodyWhoIsAbsentHearsOfItsTasks() {
        LocalDate today = LocalDate.now(clock);
        String absence = absences.enter(officials.actor("admin"), new AbsenceDraft(official, today, today.plusDays(30), head, AbsenceGround.WORK,
                List.of(), null, null, null, null));
        try {
            asked();
            sent();
            assertThat(subjects(head)).containsExactly("[Giao Ước] Việc mới: Xây dựng kế hoạch, đăng ký công trình, phần việc");
            assertThat(subjects(official)).as("may still work").hasSize(1);
            assertThat(onlyText(head)).as("in whose place").contains("Xử lý thay ông/bà " + name(official));
            assertThat(onlyText(official)).doesNotContain("Xử lý thay");
        } finally {
            absences.end(officials.actor("admin"), absence, "Hết phép thử");
            jobs.runDue();
        }
    }

    /** As letters address them. */
    private String name(String user) {
        return jdbc.sql("select surname || ' ' || name from person where user_id = ?").param(user).query(String.class).single();
    }

    @Test
    void manyTasksPeopleAndLettersAreDoneInPortions() {
        List<String> keys = List.of(asked(), asked(), asked(), asked());
        List<String> others = List.of("canbo.htxtaihoan", "canbo.htxyenduong");
        write(others.toArray(String[]::new));
        sent();
        readAll();
        rounds.ensure();
        LocalDate due = dueDay(keys.get(0));

        morning(workingDays.before(due, 5));
        others.forEach(other -> assertThat(subjects(other)).hasSize(1));
        assertThat(onlyText(official)).as("one letter for all of them").contains(keys.stream().map(key -> key.substring(0, key.indexOf('/'))).toList());

        morning(workingDays.after(due, 1));
        assertThat(jdbc.sql("select count(*) from escalation where ended_at is null and due_at::date = ?").param(due).query(Long.class).single())
                .as("each of the twelve, once").isGreaterThanOrEqualTo(12);
        jdbc.sql("update act_ru_task set due_date_ = due_date_ + interval '60 days' where id_ in (select task_id from escalation where ended_at is null)")
                .update();
        morning(workingDays.after(due, 2));
        assertThat(jdbc.sql("select count(*) from escalation where ended_at is null and due_at::date = ?").param(due).query(Long.class).single())
                .as("ended in portions too").isZero();
    }

    @Test
    void aModelsOwnReminderIsWrittenToThoseTheRoundHasNotReached() {
        String key = asked();
        sent();
        readAll();
        past(at(workingDays.before(dueDay(key), 2), 8, clock)); // no round runs
        sent();
        morning(workingDays.before(dueDay(key), 2).plusDays(1));
        rounds.ensure();
        assertThat(jdbc.sql("select occasion from notice where kind = 'REMINDER' and user_id = ?").param(official).query(String.class).list())
                .containsExactly("EARLY:" + dueDay(key));
    }

    @Test
    void missedMorningsAreOneRoundForToday() {
        String key = asked();
        sent();
        readAll();
        rounds.ensure();
        LocalDate due = dueDay(key);

        morning(due); // everything between is skipped
        assertThat(subjects(official)).hasSize(1);
        assertThat(jdbc.sql("select count(*) from reminder_round where status = 'DONE'").query(Long.class).single()).isEqualTo(1);

        LocalDate saturday = due.plusDays(1);
        while (workingDays.isWorkingDay(saturday)) {
            saturday = saturday.plusDays(1);
        }
        past(at(saturday, 7, clock));
        long written = jdbc.sql("select count(*) from mail").query(Long.class).single();
        past(at(workingDays.after(saturday, 1).minusDays(1), 23, clock));
        assertThat(jdbc.sql("select count(*) from mail").query(Long.class).single()).as("nobody is reminded on a day off").isEqualTo(written);
    }

    @Test
    void overdueWorkIsUrgedLevelByLevelUntilItIsDone() {
        String key = asked();
        sent();
        LocalDate due = dueDay(key);
        past(at(due, 18, clock)); // the model gives the head a task of its own
        sent();
        readAll();
        rounds.ensure();

        LocalDate first = workingDays.after(due, 1);
        morning(first);
        sent();
        String text = "[Giao Ước] Việc quá hạn từ ngày " + DAY.format(due) + ": Xây dựng kế hoạch, đăng ký công trình, phần việc";
        assertThat(subjects(official)).contains(text);
        String code = jdbc.sql("select code from escalation where task_id = ?").param(task(key, "userTask_writeResponse").getId())
                .query(String.class).single();
        assertThat(runtime.getActiveActivityIds(instance(code))).contains("timer_head");
        assertThat(runtime.getVariable(instance(code), "unitName")).isEqualTo("Hợp tác xã " + unit);

        past(at(workingDays.after(first, 2), 8, clock));
        assertThat(runtime.getActiveActivityIds(instance(code))).contains("timer_office");
        sent();
        assertThat(subjects(head)).as("the head has the model's own task about it").noneMatch(subject -> subject.equals(text));

        LocalDate office = workingDays.after(workingDays.after(first, 2), 3);
        past(at(office, 8, clock));
        sent();
        String urging = text.replace("Việc quá hạn", "Đôn đốc việc quá hạn");
        for (String receiver : List.of("chuyenvien", "truongphong")) {
            assertThat(urgingLetter(receiver, urging)).contains("VIỆC QUÁ HẠN CẦN ĐÔN ĐỐC", TITLE, "Đơn vị: Hợp tác xã " + unit, "Hạn: " + DAY.format(due))
                    .as("Sở Nội vụ cannot open a unit's task").doesNotContain("?task=");
        }
        assertThat(subjects("giamdoc")).doesNotContain(urging);

        past(at(workingDays.after(office, 5), 8, clock));
        sent();
        assertThat(urgingLetter("giamdoc", urging)).startsWith("Kính gửi Trần Quang Vinh,").contains("VIỆC QUÁ HẠN CẦN ĐÔN ĐỐC", "Đơn vị: Hợp tác xã " + unit)
                .doesNotContain("?task=", "Nguyễn Văn Tạm");
        assertThat(runtime.getActiveActivityIds(instance(code))).containsExactly("message_overdueEnded");

        write(key, official);
        headDecides(key, head, "APPROVE", null);
        morning(workingDays.after(LocalDate.now(clock), 1));
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(code).count()).isZero();
        assertThat(jdbc.sql("select level from escalation where code = ? and ended_at is not null").param(code).query(Integer.class).single())
                .isEqualTo(4);
    }

    /** Letters about overdue tasks of a case or unit. */
    private List<String> overdue(String receiver, String about) {
        return server.received(address(receiver)).stream().filter(letter -> letter.subject().contains("quá hạn") && letter.text().contains(about))
                .map(TestMail.Received::subject).toList();
    }

    private String urgingLetter(String receiver, String subject) {
        return server.received(address(receiver)).stream().filter(letter -> letter.subject().equals(subject) && letter.text().contains(unit)).findFirst()
                .orElseThrow(() -> new AssertionError(receiver + " got " + subjects(receiver))).text();
    }

    @Test
    void theHeadIsWrittenToWhereTheModelDoesNotLetItUrgeAnyMore() {
        String key = asked();
        LocalDate due = dueDay(key);
        past(at(due, 18, clock));
        officials.complete(head, key, "userTask_urgeUnit", Map.of("note", "Cán bộ đi học, sẽ trả lời.", "promisedDate", due.plusDays(9).toString()));
        rounds.ensure();
        LocalDate first = workingDays.after(due, 1);
        morning(first);
        sent();
        readAll();
        past(at(workingDays.after(first, 2), 8, clock));
        sent();
        String letter = urgingLetter(head, "[Giao Ước] Đôn đốc việc quá hạn từ ngày " + DAY.format(due) + ": Xây dựng kế hoạch, đăng ký công trình, phần việc");
        assertThat(letter).startsWith("Kính gửi Nguyễn Văn Tạm,").contains("VIỆC QUÁ HẠN CẦN ĐÔN ĐỐC", TITLE, "Đơn vị: Hợp tác xã " + unit,
                "Mã hồ sơ: " + key.substring(0, key.indexOf('/')), "Hạn: " + DAY.format(due),
                "/camunda/app/tasklist/default/#/?task=" + task(key, "userTask_writeResponse").getId());
        assertThat(subjects(official)).as("was told two days ago").isEmpty();
        assertThat(subjects("chuyenvien")).as("not yet").isEmpty();
    }

    @Test
    void whoWasToldAtOneLevelIsNotToldAtTheNextAndALevelThatToldNobodyIsNotKept() {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "PEAK", "title", TITLE));
        jobs.runDue();
        Task draft = task(code, "userTask_draftPlan");
        jdbc.sql("update person set email = null where user_id = 'chuyenvien2'").update();
        LocalDate due = LocalDate.ofInstant(draft.getDueDate().toInstant(), clock.getZone());
        rounds.ensure();
        LocalDate first = workingDays.after(due, 1);
        morning(first);
        sent();
        readAll();
        past(at(workingDays.after(first, 2), 8, clock));
        sent();
        assertThat(overdue("truongphong", code)).as("heads the specialists").hasSize(1);
        past(at(workingDays.after(workingDays.after(first, 2), 3), 8, clock));
        sent();
        assertThat(overdue("truongphong", code)).hasSize(1);
        assertThat(overdue("chuyenvien", code)).as("told on the first day").isEmpty();
        String escalation = jdbc.sql("select code from escalation where task_id = ?").param(draft.getId()).query(String.class).single();
        officials.complete("chuyenvien", code, "userTask_draftPlan", planData());
        escalations.tell(escalation, 4);
        assertThat(jdbc.sql("select level from escalation where code = ?").param(escalation).query(Integer.class).single()).isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from notice where occasion like 'OVERDUE4%' and task_id = ?").param(draft.getId())
                .query(Long.class).single()).isZero();
    }

    @Test
    void whereThereIsNobodyElseTheHeadHearsOfTheUnitsWork() {
        String key = asked();
        organisation.savePerson(new PersonData(official, "Nguyễn Văn", "Tạm", null, true, List.of(), List.of()));
        sent();
        assertThat(subjects(head)).containsExactly("[Giao Ước] Việc mới: Xây dựng kế hoạch, đăng ký công trình, phần việc");
        assertThat(subjects(official)).isEmpty();
        assertThat(task(key, "userTask_writeResponse")).isNotNull();
    }

    @Test
    void whatSomebodyWithoutAccountHoldsIsToldToTheHead() {
        String key = asked();
        sent();
        Task task = task(key, "userTask_writeResponse");
        officials.as(official, () -> {
            tasks.claim(task.getId(), official);
            return null;
        });
        organisation.savePerson(new PersonData(official, "Nguyễn Văn", "Tạm", null, false, List.of(new PersonData.Membership(unit, false)), List.of()));
        readAll();
        rounds.ensure();
        morning(workingDays.before(dueDay(key), 5));
        assertThat(onlyText(head)).contains("VIỆC SẮP ĐẾN HẠN", "Xây dựng kế hoạch, đăng ký công trình, phần việc");
    }

    @Test
    void aDeputyDoesNotHearOfWhatTheGroundForbids() {
        LocalDate today = LocalDate.now(clock);
        String key = asked();
        write(key, official);
        String absence = absences.enter(officials.actor("admin"), new AbsenceDraft(head, today, today.plusDays(30), official, AbsenceGround.WORK,
                List.of(), null, null, null, null));
        try {
            sent();
            assertThat(subjects(head)).containsExactly("[Giao Ước] Việc mới: Thủ trưởng đơn vị duyệt");
            assertThat(subjects(official)).as("may not approve").isEmpty();
        } finally {
            absences.end(officials.actor("admin"), absence, "Hết phép thử");
            jobs.runDue();
        }
    }

    @Test
    void whoGetsATaskBySomebodysAbsenceOrByTheHeadIsTold() {
        String key = asked();
        sent();
        Task task = task(key, "userTask_writeResponse");
        officials.as(official, () -> {
            tasks.claim(task.getId(), official);
            return null;
        });
        readAll();
        LocalDate today = LocalDate.now(clock);
        String subject = "[Giao Ước] Việc mới: Xây dựng kế hoạch, đăng ký công trình, phần việc";
        String absence = absences.enter(officials.actor("admin"), new AbsenceDraft(official, today, today.plusDays(30), head, AbsenceGround.WORK,
                List.of(), null, null, null, null));
        try {
            jobs.runDue();
            sent();
            sent();
            assertThat(subjects(head)).as("in its hands now").containsExactly(subject);
            assertThat(subjects(official)).isEmpty();
        } finally {
            absences.end(officials.actor("admin"), absence, "Hết phép thử");
            jobs.runDue();
        }
        sent();
        assertThat(subjects(official)).as("back").containsExactly(subject);
        heldTasks.release(officials.actor(head), task.getId(), "Chia việc lại");
        sent();
        assertThat(subjects(official)).as("the group's, to which it belongs").containsExactly(subject, subject);
        assertThat(subjects(head)).hasSize(1);
    }

    @Test
    void whatIsDoneInTimeIsNotTakenFurther() {
        String key = asked();
        sent();
        rounds.ensure();
        morning(workingDays.after(dueDay(key), 1));
        String code = jdbc.sql("select code from escalation where task_id = ?").param(task(key, "userTask_writeResponse").getId())
                .query(String.class).single();
        write(key, official);
        headDecides(key, head, "APPROVE", null);
        readAll();
        morning(workingDays.after(LocalDate.now(clock), 1));
        assertThat(history.createHistoricActivityInstanceQuery().activityId("endEvent_endedEarly").processInstanceId(
                history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(code).singleResult().getId()).count()).isEqualTo(1);
        forward(Duration.ofDays(20));
        sent();
        assertThat(overdue("chuyenvien", unit)).isEmpty();
    }

    @Test
    void peopleChooseHowTheyAreTold() {
        choose(official, Delivery.NONE, Delivery.NONE, Delivery.DAILY);
        choose(head, Delivery.DAILY, Delivery.EACH, Delivery.EACH);
        String key = asked();
        write(key, official);
        sent();
        assertThat(subjects(official)).as("wants none").isEmpty();
        assertThat(subjects(head)).as("wants tomorrow's letter").isEmpty();
        rounds.ensure();
        morning(workingDays.after(LocalDate.now(clock), 1));
        assertThat(onlyText(head)).contains("VIỆC MỚI", "Thủ trưởng đơn vị duyệt");
        readAll();
        LocalDate due = LocalDate.ofInstant(task(key, "userTask_approveResponse").getDueDate().toInstant(), clock.getZone());
        morning(workingDays.before(due, 5));
        sent();
        assertThat(subjects(head)).containsExactly("[Giao Ước] Việc đến hạn ngày " + DAY.format(due) + ": Thủ trưởng đơn vị duyệt");
        assertThat(subjects(official)).isEmpty();
    }

    private void choose(String user, Delivery newTask, Delivery reminder, Delivery escalation) {
        settings.save(officials.actor(user), new NoticeSettings.Settings(address(user), Map.of(NoticeKind.NEW_TASK, newTask, NoticeKind.REMINDER,
                reminder, NoticeKind.ESCALATION, escalation)));
    }

    @Test
    void manyThingsAtOnceAreOneLetter() {
        for (int i = 0; i < 4; i++) {
            asked();
        }
        sent();
        assertThat(subjects(official)).containsExactly("[Giao Ước] Việc mới: 4 việc");
        assertThat(onlyText(official).split("Mã hồ sơ:")).hasSize(5);
    }

    @Test
    void nothingIsToldTwiceWhenATransactionFails() {
        asked();
        try {
            transaction.executeWithoutResult(status -> {
                sweep.sweep();
                throw new IllegalStateException("the power goes");
            });
        } catch (IllegalStateException gone) {
            assertThat(jdbc.sql("select (select count(*) from notice) + (select count(*) from mail)").query(Long.class).single()).isZero();
        }
        sent();
        sent();
        assertThat(subjects(official)).hasSize(1);
    }

    @Test
    void whatIsDoneBeforeTheLetterIsWrittenIsNotInIt() {
        choose(official, Delivery.DAILY, Delivery.DAILY, Delivery.EACH);
        String key = asked();
        sweep.sweep();
        write(key, official);
        rounds.ensure();
        morning(workingDays.after(LocalDate.now(clock), 1));
        assertThat(subjects(official)).isEmpty();
    }

    @Test
    void aTitleAddsNoHeaderAndNoMarkup() {
        Map<String, Object> fields = planData();
        fields.put("title", "Thi đua <b>nhanh</b> {{parts}}");
        fields.put("unitKinds", List.of("COOPERATIVE"));
        recorded(fields);
        jdbc.sql("update act_ru_task set name_ = E'Việc\\r\\nBcc: ke.xau@example.org' where id_ in (select t.id_ from act_ru_task t join act_ru_identitylink l "
                + "on l.task_id_ = t.id_ where l.group_id_ = ?)").param("unit-" + unit).update();
        sent();
        TestMail.Received letter = server.received(address(official)).get(0);
        assertThat(letter.subject()).isEqualTo("[Giao Ước] Việc mới: Việc Bcc: ke.xau@example.org");
        assertThat(letter.html()).contains("Thi đua &lt;b&gt;nhanh&lt;/b&gt; {{parts}}");
        assertThat(server.received("ke.xau@example.org")).isEmpty();
    }
}
