package vn.giaouoc.covenant;

import java.time.Instant;
import java.util.List;

/** The members that are asked to comment. @param dueAt until when @param remindAt when those who have not are reminded */
public record MembersOpening(String key, String title, List<MemberPart> members, Instant dueAt, Instant remindAt) {
}
