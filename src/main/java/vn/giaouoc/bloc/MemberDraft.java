package vn.giaouoc.bloc;

/** A unit as it shall be a member of a bloc. */
public record MemberDraft(String unit, BlocRole role) {
}
