package vn.giaouoc.review;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.giaouoc.covenant.Measure;
import vn.giaouoc.covenant.Target;
import vn.giaouoc.report.ReportedFigures.Reported;

/**
 * Which of the figures that were reported for campaigns is a target's. An indicator with the target's own name is; one that is named as its
 * measure, or mapped to it, only where no other target of the member has that measure: one figure is not counted twice.
 */
final class KnownFigures {

    /** What campaigns have figures of; a rating is a level of a list. */
    private static final Set<Measure.Kind> WITH_VALUE = Set.of(Measure.Kind.PERCENT, Measure.Kind.COUNT, Measure.Kind.INDEX);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String SUM = "SUM";
    private static final String LATEST = "LATEST";

    private KnownFigures() {
    }

    /** An indicator of campaigns that measures what a target measures. @param combine SUM or LATEST, of several campaigns */
    record Mapping(String measure, String indicator, String combine) {
    }

    /** A figure with where it comes from; {@link #NONE} when campaigns know nothing. */
    record Found(BigDecimal value, String source) {

        static final Found NONE = new Found(null, null);
    }

    /**
     * Counts of several campaigns are added up, of shares the latest holds. Of one campaign and unit one indicator counts: the one whose
     * name fits best.
     *
     * @param mappings of the target's measure; null: another target has the same measure
     * @param known    latest first
     */
    static Found of(Target target, Measure measure, List<Mapping> mappings, List<Reported> known) {
        if (!WITH_VALUE.contains(measure.kind())) {
            return Found.NONE;
        }
        Map<String, String> names = names(target, measure, mappings);
        List<String> best = List.copyOf(names.keySet());
        Map<String, Reported> ofCampaigns = new LinkedHashMap<>();
        known.stream().filter(figure -> names.containsKey(name(figure.indicator())) && sameKind(measure, figure)).forEach(figure ->
                ofCampaigns.merge(figure.source().split("/")[0] + "/" + figure.unitCode(), figure, (one, other) ->
                        best.indexOf(name(other.indicator())) < best.indexOf(name(one.indicator())) ? other : one));
        return combined(names, ofCampaigns.values());
    }

    private static Found combined(Map<String, String> names, Collection<Reported> figures) {
        List<Reported> counted = new ArrayList<>(figures);
        if (counted.isEmpty()) {
            return Found.NONE;
        }
        if (LATEST.equals(names.get(name(counted.get(0).indicator())))) {
            return new Found(MidTermReviews.plain(counted.get(0).value()), counted.get(0).source());
        }
        counted.removeIf(figure -> !SUM.equals(names.get(name(figure.indicator()))));
        return new Found(MidTermReviews.plain(counted.stream().map(Reported::value).reduce(BigDecimal.ZERO, BigDecimal::add)),
                counted.stream().map(Reported::source).distinct().sorted().collect(Collectors.joining("; ")));
    }

    /** Names of indicators, the best first, with how figures of several campaigns are combined. */
    private static Map<String, String> names(Target target, Measure measure, List<Mapping> mappings) {
        String usual = measure.kind() == Measure.Kind.COUNT ? SUM : LATEST;
        Map<String, String> names = new LinkedHashMap<>();
        names.put(name(target.name()), usual);
        if (mappings != null) {
            names.putIfAbsent(name(measure.name()), usual);
            mappings.forEach(row -> names.putIfAbsent(name(row.indicator()), row.combine()));
        }
        return names;
    }

    /** A share is no count, whatever it is called; and what could not be typed for the target is not taken for it. */
    private static boolean sameKind(Measure measure, Reported figure) {
        if (figure.value().signum() < 0 || measure.kind() == Measure.Kind.PERCENT && figure.value().compareTo(HUNDRED) > 0) {
            return false;
        }
        return figure.unit() == null || figure.unit().isBlank() || figure.unit().contains("%") == (measure.kind() == Measure.Kind.PERCENT);
    }

    private static String name(String text) {
        return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ")
                .toLowerCase(Locale.forLanguageTag("vi"));
    }
}
