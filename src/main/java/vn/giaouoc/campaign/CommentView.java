package vn.giaouoc.campaign;

import java.time.Instant;

/** A unit's comment; {@code at} is null while it has not answered. */
public record CommentView(String unitCode, String unitName, String personName, Boolean agree, String text, Instant at,
                          Instant askedAt) {
}
