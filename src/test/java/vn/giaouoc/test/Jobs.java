package vn.giaouoc.test;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.BusinessRefusal;

/** Runs the engine's jobs when a test wants them to run; the job executor is off in tests. */
@Component
public class Jobs {

    private static final int MOST_ROUNDS = 500;

    private final ManagementService management;
    private String tolerated;

    Jobs(ManagementService management) {
        this.management = management;
    }

    /** From now on a job may fail for this reason, and is left to its retries; null: no job may fail. */
    public void tolerate(String reason) {
        tolerated = reason;
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
                    run(job);
                }
            }
        }
        throw new AssertionError("Jobs never come to an end");
    }

    private void run(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (BusinessRefusal failure) {
            if (tolerated == null || !failure.getMessage().contains(tolerated)) {
                throw failure;
            }
        }
    }
}
