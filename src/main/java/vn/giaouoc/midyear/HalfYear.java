package vn.giaouoc.midyear;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What is known of the first half of a period, gathered from all blocs and campaigns at one moment.
 *
 * @param received how many blocs' reviews Sở Nội vụ has received, of {@code blocs.size()}
 * @param figures  over all blocs, each as its measure says
 * @param awards   granted outside the blocs by decisions of these months
 */
public record HalfYear(int received, List<Bloc> blocs, List<Measured> figures, List<CampaignLine> campaigns, List<Award> awards,
                       List<Model> models) {

    /**
     * One bloc.
     *
     * @param status  Vietnamese
     * @param late    names of the members whose report came late
     * @param missing names of the members without a report after the deadline
     */
    public record Bloc(String code, String name, String status, boolean received, int members, int reported, List<String> late,
                       List<String> missing) {
    }

    /**
     * A measure of covenants over all blocs.
     *
     * @param value  the sum where the measure is a count, otherwise the average over all targets
     * @param summed whether it is a sum
     */
    public record Measured(String name, String unit, BigDecimal value, boolean summed, int targets, int reached, int missed) {
    }

    /** @param number of its signed report; null while it is not signed */
    public record CampaignLine(String code, String title, LocalDate date, int reported, int total, String number) {
    }

    /** An award of a unit. */
    public record Award(String unitName, String title, String decisionNumber, LocalDate decisionDate, int awardYear, String grantedBy) {
    }

    /** An exemplary model; {@code kind}: {@code COLLECTIVE}, {@code INDIVIDUAL}, {@code HOUSEHOLD}. */
    public record Model(String unitName, String kind, String name, String achievement) {
    }

    /** The blocs whose reviews Sở Nội vụ has not received. */
    public List<Bloc> gaps() {
        return blocs.stream().filter(bloc -> !bloc.received()).toList();
    }
}
