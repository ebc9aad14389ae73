package vn.giaouoc.notification;

import java.time.Instant;
import java.util.Set;

/**
 * An open task as lists show it; nothing of what the case is about but its title.
 *
 * @param form   {@code campaign/draftPlan}: process and user task
 * @param holder who has taken it, null: nobody yet
 * @param groups whose task it is
 * @param owner  in whose place the holder has it; null: in its own
 */
public record OpenTask(String id, String form, String name, String caseCode, String title, String unitName, Instant dueAt, Instant createdAt,
                       String holder, Set<String> groups, String owner) {
}
