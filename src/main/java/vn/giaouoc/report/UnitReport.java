package vn.giaouoc.report;

import java.util.List;

/**
 * What a unit reports. Lists are never null.
 *
 * @param noActivity nothing was done under the campaign; {@code summary} then says why
 */
public record UnitReport(Boolean noActivity, String summary, List<IndicatorValue> indicators, List<WorkReport> works,
                         List<ExemplaryModel> models, String difficulties, String proposals) {

    public UnitReport {
        indicators = indicators == null ? List.of() : indicators;
        works = works == null ? List.of() : works;
        models = models == null ? List.of() : models;
    }
}
