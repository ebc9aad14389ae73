package vn.giaouoc.platform.time;

/** Published, before anything can run at the new time, when the trial's clock was set. */
public record ClockMoved(ProductClock clock) {
}
