package vn.giaouoc.test;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Runs the engine's jobs when a test wants them to run; the job executor is off in tests. */
@Component
public class Jobs {

    private static final int MOST_ROUNDS = 50;

    private final ManagementService management;

    Jobs(ManagementService management) {
        this.management = management;
    }

    /** Runs everything that is due now, and what that makes due. A job that fails throws. */
    public void runDue() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Job> due = management.createJobQuery().executable().list();
            if (due.isEmpty()) {
                return;
            }
            for (Job job : due) {
                if (management.createJobQuery().jobId(job.getId()).count() == 1) {
                    management.executeJob(job.getId());
                }
            }
        }
        throw new AssertionError("Jobs never come to an end");
    }
}
