package vn.giaouoc.report;

import java.util.List;

/**
 * A period that begins: what its case needs.
 *
 * @param batches units to be opened, each batch by a job
 * @param groups  engine groups of the standing agency that consolidates
 */
public record PeriodStart(String campaignCode, String campaignTitle, Period period, List<Integer> batches, List<String> groups) {
}
