package vn.giaouoc.covenant;

/** Which way is better. */
public enum Direction { UP, DOWN }
