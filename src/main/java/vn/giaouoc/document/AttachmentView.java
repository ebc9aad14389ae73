package vn.giaouoc.document;

import java.time.Instant;
import java.util.UUID;

/**
 * A file as people see it.
 *
 * @param subject business key it is bound to, or null while it belongs to its uploader only
 * @param size    bytes
 * @param sha256  of the content, lower-case hexadecimal
 */
public record AttachmentView(UUID id, String subject, String slot, String name, String mediaType, long size, String sha256,
                             String uploadedBy, Instant uploadedAt) {
}
