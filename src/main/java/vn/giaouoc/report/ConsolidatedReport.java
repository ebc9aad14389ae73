package vn.giaouoc.report;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the standing agency writes over the figures.
 *
 * @param figures values of PROVINCE indicators, by name
 */
public record ConsolidatedReport(String overview, String results, String limitations, String directions, String proposals,
                                 Map<String, BigDecimal> figures) {

    public ConsolidatedReport {
        figures = figures == null ? Map.of() : figures;
    }
}
