package vn.giaouoc.report;

import java.util.List;

/**
 * What the units' reports of a period come to.
 *
 * @param missing    names of units that have not reported
 * @param late       names of units that reported after the date
 * @param inactive   names of units that report no activity at all
 * @param gaps       indicators that units with activity left blank
 * @param worksOpen  works of approved answers not settled yet (under way, or never reported on); none of units that take part no longer
 */
public record Gathered(List<Figure> figures, List<String> missing, List<String> late, List<String> inactive, List<Gap> gaps,
                       long worksDone, long worksDropped, long worksOpen, List<UnitModel> models, long total, long reported) {

    /** So many units are named of a gap. */
    static final int MOST_NAMES = 60;

    public Gathered {
        gaps = gaps == null ? List.of() : gaps; // reports handed in before they were kept
    }

    /**
     * An indicator without a figure of some units.
     *
     * @param count how many
     * @param units the first 60 names
     */
    public record Gap(String indicator, long count, List<String> units) {
    }

    /** An exemplary model with the unit that reports it. */
    public record UnitModel(String unitName, ExemplaryModel.Kind kind, String name, String achievement) {
    }
}
