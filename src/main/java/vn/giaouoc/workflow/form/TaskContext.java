package vn.giaouoc.workflow.form;

import java.time.Instant;
import vn.giaouoc.shared.Actor;

/**
 * One user task in the hands of one person.
 *
 * @param form        {@code campaign/draftPlan}: process key and user task id without its prefix
 * @param businessKey {@code PT-2024-003}, {@code PT-2024-003/KH}, {@code PT-2024-003/sgddt}
 */
public record TaskContext(String taskId, String form, String businessKey, Instant dueAt, Actor actor) {

    /** The case: {@code PT-2024-003}. */
    public String caseCode() {
        int slash = businessKey.indexOf('/');
        return slash < 0 ? businessKey : businessKey.substring(0, slash);
    }

    /** What stands behind the case code: a unit's code or a paper's kind. */
    public String part() {
        return businessKey.substring(businessKey.indexOf('/') + 1);
    }
}
