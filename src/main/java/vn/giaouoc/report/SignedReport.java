package vn.giaouoc.report;

/** A consolidated report as it was handed in: the words, and the figures as they were then. */
public record SignedReport(ConsolidatedReport report, Gathered gathered) {
}
