package vn.giaouoc.report;

/** What became of one registered work. {@code note}: the result, or the reason when it is dropped. */
public record WorkReport(int seq, State state, String note) {

    /** Under way, done, or dropped with a reason; a work nobody has reported on is open too. */
    public enum State { DOING, DONE, DROPPED }
}
