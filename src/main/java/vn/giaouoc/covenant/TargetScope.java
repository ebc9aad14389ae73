package vn.giaouoc.covenant;

/** Whose target it is: the bloc's as a whole, or each member's own. */
public enum TargetScope { BLOC, EACH_MEMBER }
