package vn.giaouoc.covenant;

import java.time.Instant;
import java.util.List;

/**
 * The signing of the frozen content is open.
 *
 * @param units all parts, each has to sign this content version
 * @param digest of what they sign
 */
public record SigningOpening(String key, int contentVersion, String digest, List<String> units, Instant dueAt, Instant remindAt) {
}
