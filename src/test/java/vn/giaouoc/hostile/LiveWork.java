package vn.giaouoc.hostile;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.hostile.LiveCases.Live;
import vn.giaouoc.platform.time.TrialClock;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;

/** What all who bring cases to user tasks do: hold a task, complete one, upload a file, move the clock. */
abstract class LiveWork {

    final Officials officials;
    final Jobs jobs;
    final Attachments attachments;
    final TaskService tasks;
    final Clock clock;
    private final TrialClock trialClock;

    LiveWork(Officials officials, Jobs jobs, Attachments attachments, TaskService tasks, TrialClock trialClock, Clock clock) {
        this.officials = officials;
        this.jobs = jobs;
        this.attachments = attachments;
        this.tasks = tasks;
        this.trialClock = trialClock;
        this.clock = clock;
    }

    /** The task this form belongs to, in this person's hands. @param data that the form takes */
    Live held(String form, String user, String key, Map<String, Object> data) {
        String task = "userTask_" + form.substring(form.indexOf('/') + 1);
        Task found = tasks.createTaskQuery().processInstanceBusinessKey(key).taskDefinitionKey(task).singleResult();
        if (found == null) {
            throw new AssertionError("no task " + task + " of " + key);
        }
        return officials.as(user, () -> {
            tasks.claim(found.getId(), user);
            return new Live(form, user, found.getId(), data);
        });
    }

    void complete(String user, String key, String task, Map<String, Object> data) {
        officials.complete(user, key, task, data);
        jobs.runDue();
    }

    /** An upload of this person. */
    Map<String, String> file(String user) {
        byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return Map.of("id", attachments.upload(officials.actor(user), "tai-lieu.pdf", pdf).id().toString(), "name", "tai-lieu.pdf");
    }

    /** The clock goes on to this moment, if it is still to come; what is due then is done. */
    void past(Instant moment) {
        if (clock.instant().isBefore(moment)) {
            trialClock.moveTo(moment.plusSeconds(60));
        }
        jobs.runDue();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
