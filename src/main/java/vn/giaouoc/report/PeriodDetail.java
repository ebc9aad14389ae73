package vn.giaouoc.report;

/**
 * A period with what the units' reports come to.
 *
 * @param report what the standing agency wrote; null before it handed its report in. {@code gathered} then is as it was at
 *               that moment, before it is as it is now
 */
public record PeriodDetail(Period period, ConsolidatedReport report, Gathered gathered) {
}
