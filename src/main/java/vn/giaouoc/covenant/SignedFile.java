package vn.giaouoc.covenant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A paper signed outside the system that the head unit uploaded.
 *
 * @param outside    whether it is a PDF with digital signatures, not a scan
 * @param units      members that the head unit marked on it
 * @param signatures what was found in it; empty for a scan
 */
public record SignedFile(UUID file, String name, boolean outside, int contentVersion, List<String> units, List<OutsideSignature> signatures,
                         String uploadedBy, Instant uploadedAt) {
}
