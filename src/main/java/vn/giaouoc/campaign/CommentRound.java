package vn.giaouoc.campaign;

import java.time.Instant;
import java.util.List;

/** Which groups are asked to comment and by when; no groups = no round. */
public record CommentRound(List<String> groups, Instant dueAt) {
}
