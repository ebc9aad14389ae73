package vn.giaouoc.covenant;

import java.time.Instant;
import java.util.List;

/**
 * The registration is open.
 *
 * @param waiting  units that have not registered yet
 * @param complete nobody is waited for: everybody registered before (the covenant came back to its head unit since)
 */
public record RegistrationOpening(String key, List<String> waiting, boolean complete, Instant dueAt, Instant remindAt) {
}
