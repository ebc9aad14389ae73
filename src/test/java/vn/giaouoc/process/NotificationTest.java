package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.notification.MailSweep;
import vn.giaouoc.notification.Rounds;
import vn.giaouoc.platform.time.WorkingDays;
import vn.giaouoc.test.TestMail;
import vn.giaouoc.test.ThrowAwayUnits;

/** The words of the tests about mails: a unit that nobody else knows, a mail server, and nothing to tell of other tests' tasks. */
abstract class NotificationTest extends ProcessTest {

    static final List<String> PROCESSES = List.of("reminder-round", "escalation", "mail-delivery");

    @Autowired
    Rounds rounds;
    @Autowired
    MailSweep sweep;
    @Autowired
    TestMail.Server server;
    @Autowired
    WorkingDays workingDays;
    @Autowired
    ThrowAwayUnits units;

    String unit;
    String official;
    String head;

    @BeforeEach
    void oneUnitAndAMailServer() {
        jobs.runDue();
        nothingIsLeft();
        jdbc.sql("update person set email = null").update();
        jdbc.sql("insert into escalation (code, task_id, due_at, opened_at, ended_at) select 'DD-other' || row_number() over (), id_, due_date_, "
                + "now(), now() from act_ru_task where due_date_ is not null").update();
        unit = units.add("thu");
        official = "canbo." + unit;
        head = "thutruong." + unit;
        write(official, head, "chuyenvien", "truongphong", "giamdoc");
        sweep.sweep(); // tasks of other tests are not new
        noLetterIsUnderWay();
        server.start();
    }

    @AfterEach
    void cleanUp() {
        server.stop();
        units.remove();
        nothingIsLeft();
        jdbc.sql("update person set email = user_id || '@giaouoc.example'").update();
    }

    private void noLetterIsUnderWay() {
        end("mail-delivery");
        List.of("notice", "mail", "mail_run").forEach(table -> jdbc.sql("delete from " + table).update());
    }

    private void end(String process) {
        runtime.createProcessInstanceQuery().processDefinitionKey(process).list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end of the test", true, true));
    }

    private void nothingIsLeft() {
        PROCESSES.forEach(this::end);
        List.of("notice", "mail", "mail_run", "reminder_round", "escalation", "task_told", "task_watermark", "notice_choice")
                .forEach(table -> jdbc.sql("delete from " + table).update());
    }

    /** These people have an address. */
    void write(String... users) {
        List.of(users).forEach(user -> jdbc.sql("update person set email = ? where user_id = ?").params(address(user), user).update());
    }

    static String address(String user) {
        return user + "@giaouoc.example";
    }

    /** A campaign for the unit (and the other cooperatives, who have no address). @return the unit's case */
    String asked() {
        Map<String, Object> plan = new HashMap<>(planData());
        plan.put("unitKinds", List.of("COOPERATIVE"));
        return recorded(plan) + "/" + unit;
    }

    @Override
    Plan plan() {
        return json.convertValue(planData(), Plan.class);
    }

    Task task(String businessKey, String userTask) {
        return tasks.createTaskQuery().processInstanceBusinessKey(businessKey).taskDefinitionKey(userTask).singleResult();
    }

    LocalDate dueDay(String businessKey) {
        return LocalDate.ofInstant(task(businessKey, "userTask_writeResponse").getDueDate().toInstant(), clock.getZone());
    }

    /** The morning of this day comes, and what is to be done then. */
    void morning(LocalDate day) {
        past(day.atTime(7, 0).atZone(clock.getZone()).toInstant());
    }

    /** What the half-minutely look does, and the delivery it starts. */
    void sent() {
        sweep.sweep();
        jobs.runDue();
    }

    List<String> subjects(String user) {
        return server.received(address(user)).stream().map(TestMail.Received::subject).toList();
    }

    String onlyText(String user) {
        List<TestMail.Received> letters = server.received(address(user));
        assertThat(letters).hasSize(1);
        return letters.get(0).text();
    }

    /** Empties the mail server's boxes. */
    void readAll() {
        server.stop();
        server.start();
    }

    String status(String user) {
        return jdbc.sql("select status from mail where user_id = ?").param(user).query(String.class).single();
    }

    long instances(String process) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(process).count();
    }

    Job deliveryJob() {
        return management.createJobQuery().processDefinitionKey("mail-delivery").singleResult();
    }

    static Instant at(LocalDate day, int hour, java.time.Clock clock) {
        return day.atTime(hour, 0).atZone(clock.getZone()).toInstant();
    }
}
