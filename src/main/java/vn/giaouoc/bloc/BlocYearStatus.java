package vn.giaouoc.bloc;

/** Where a bloc's year is. */
public enum BlocYearStatus { PENDING, OPEN, BLOCKED, CLOSED }
