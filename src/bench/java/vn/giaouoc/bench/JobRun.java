package vn.giaouoc.bench;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** Runs jobs on the measuring thread, one after the other, so that what they allocate is counted. */
final class JobRun {

    private JobRun() {
    }

    /** Everything that is due now, and what that makes due. @return how many jobs that were */
    static int due(ManagementService management) {
        int run = 0;
        List<Job> due = management.createJobQuery().executable().list();
        while (!due.isEmpty()) {
            due.forEach(job -> management.executeJob(job.getId()));
            run += due.size();
            due = management.createJobQuery().executable().list();
        }
        return run;
    }

    /** The timer at this element of the instance, although its time has not come; then everything that is due. */
    static void timer(ManagementService management, String processInstance, String element) {
        management.executeJob(management.createJobQuery().processInstanceId(processInstance).activityId(element).singleResult().getId());
        due(management);
    }
}
