package vn.giaouoc.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The bloc's report as it is signed: all that is printed, as it was when the head unit handed it in.
 *
 * @param body     the bloc's name
 * @param headUnit code of the head unit
 * @param word     khối or cụm
 * @param period   what it looks back on: {@code 6 tháng đầu năm 2026}; the whole year in reports sealed before this was told
 */
public record SealedReport(String key, int version, String body, String word, String period, String headUnit, String headName,
                           BlocReport report, List<Member> members, List<MeasureFigure> figures, List<Movement> movements,
                           List<Model> models, List<Decided> conclusions, List<Decided> tasks, List<AwardLine> awards,
                           List<Inspected> inspections, LocalDate conferenceDate) {

    /**
     * A member's report in one line.
     *
     * @param late       whether it came after the deadline, be it on the same day; null in reports sealed before this was told
     * @param shortfalls targets that fall short, with the reason
     */
    public record Member(String unit, String name, boolean reported, Instant reportedAt, Boolean late, int daysLate, int reached, int missed,
                         List<Shortfall> shortfalls) {
    }

    /**
     * A target that falls short.
     *
     * @param value as reported; null where it is reached or not
     * @param level what the value is called where it is a rating, otherwise null; null also in reports sealed before this was told
     */
    public record Shortfall(String target, String targetText, BigDecimal value, String level, BigDecimal deviation, String unit,
                            String note) {
    }

    /** An exemplary model. */
    public record Model(String unitName, String kind, String name, String achievement, String period) {
    }

    /** A conclusion or task. */
    public record Decided(String content, String ownerName, LocalDate dueOn) {
    }

    /** A mutual inspection. @param findings null: no result */
    public record Inspected(String inspectorName, String inspectedName, LocalDate on, String findings, Boolean agrees, String comment) {
    }

}
