package vn.giaouoc.report;

import java.time.Instant;

/** The period that is opened next, and when. */
public record NextPeriod(int seq, Instant opensAt) {
}
