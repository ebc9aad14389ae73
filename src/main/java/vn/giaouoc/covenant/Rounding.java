package vn.giaouoc.covenant;

/** What becomes of a fraction of a person: NONE shows the decimals. */
public enum Rounding { UP, DOWN, NEAREST, NONE }
