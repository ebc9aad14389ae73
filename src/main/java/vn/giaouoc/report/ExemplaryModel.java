package vn.giaouoc.report;

/** Điển hình tiên tiến: who, and for what. */
public record ExemplaryModel(Kind kind, String name, String achievement) {

    /** Whom it concerns. */
    public enum Kind { COLLECTIVE, INDIVIDUAL, HOUSEHOLD }
}
