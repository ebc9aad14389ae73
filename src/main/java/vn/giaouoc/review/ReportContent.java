package vn.giaouoc.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocMember;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.covenant.CovenantCatalogue;
import vn.giaouoc.covenant.Measure;
import vn.giaouoc.covenant.RatingLevel;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.review.SealedReport.Decided;
import vn.giaouoc.review.SealedReport.Inspected;
import vn.giaouoc.review.SealedReport.Member;
import vn.giaouoc.review.SealedReport.Model;

/** Gathers what the bloc's report says: the members' figures, what the conference decided, awards granted outside. */
@Component
class ReportContent {

    private static final String ADDED = " (bổ sung sau tổng hợp)";

    private final ReviewRows rows;
    private final BlocYears blocs;
    private final CovenantCatalogue catalogue;
    private final Organisation organisation;
    private final ReviewAwards awards;

    ReportContent(ReviewRows rows, BlocYears blocs, CovenantCatalogue catalogue, Organisation organisation, ReviewAwards awards) {
        this.rows = rows;
        this.blocs = blocs;
        this.catalogue = catalogue;
        this.organisation = organisation;
        this.awards = awards;
    }

    /** The report as it would be handed in now, as the next version. */
    SealedReport of(Review review, BlocReport words) {
        BlocYearView year = blocs.get(review.blocYear());
        BlocMember head = year.head();
        List<ReviewPart> parts = rows.active(review);
        Summary summary = rows.summary(review).orElseThrow(ReviewRows::unknown);
        ReviewConference conference = rows.conference(review).orElseThrow(ReviewRows::unknown);
        List<RatingLevel> ratings = catalogue.ratings();
        Map<String, String> names = parts.stream().collect(Collectors.toMap(ReviewPart::unit, ReviewPart::actingName));
        return new SealedReport(review.key(), review.reportVersion() + 1, year.name(), year.kind().word(),
                year.firstHalf(), head.unitCode(), head.unitName(), words,
                parts.stream().map(part -> member(part, ratings)).toList(), figures(parts), summary.movements(),
                Stream.concat(summary.models().stream().map(model -> model(model, names, "")), summary.added().stream()
                        .map(model -> model(model, names, ADDED))).toList(), decided(conference.conclusions()),
                decided(conference.tasks()), awards(parts, year), inspections(review), conference.date());
    }

    List<AwardLine> awards(List<ReviewPart> parts, BlocYearView year) {
        return awards.of(parts.stream().map(ReviewPart::actingUnit).distinct().toList(), year.year());
    }

    private static Member member(ReviewPart part, List<RatingLevel> ratings) {
        List<FigureRow> figures = part.reported() ? part.written().rows() : List.of();
        return new Member(part.unit(), part.actingName(), part.reported(), part.reportedAt(), part.late(), part.daysLate(),
                (int) figures.stream().filter(row -> row.outcome() != null && row.outcome().reached()).count(),
                (int) figures.stream().filter(row -> row.outcome() != null && !row.outcome().reached()).count(),
                figures.stream().filter(row -> row.outcome() != null && !row.outcome().reached()).map(row -> shortfall(row, ratings)).toList());
    }

    private static SealedReport.Shortfall shortfall(FigureRow row, List<RatingLevel> ratings) {
        String level = row.kind() != Measure.Kind.RATING ? null : ratings.stream()
                .filter(rating -> row.value().compareTo(BigDecimal.valueOf(rating.value())) == 0).map(RatingLevel::name).findFirst().orElse(null);
        return new SealedReport.Shortfall(row.name(), row.targetText(), row.outcome().deviation() == null ? null : row.value(), level,
                row.outcome().deviation(), row.unit(), row.note());
    }

    /** What the members reported, by target and by the name it has in the covenant, in the order of the catalogue. */
    List<MeasureFigure> figures(List<ReviewPart> parts) {
        Map<String, List<FigureRow>> byTarget = new LinkedHashMap<>();
        parts.stream().filter(ReviewPart::reported).flatMap(part -> part.written().rows().stream()).filter(row -> row.value() != null)
                .forEach(row -> byTarget.computeIfAbsent(row.targetId(), id -> new ArrayList<>()).add(row));
        return catalogue.measures().stream().flatMap(measure -> byTarget.values().stream()
                .filter(rows -> rows.get(0).measure().equals(measure.code())).map(rows -> figure(measure, rows))).toList();
    }

    private static MeasureFigure figure(Measure measure, List<FigureRow> figures) {
        return MidTermReviews.figure(measure, figures.get(0), figures.size(),
                figures.stream().map(FigureRow::value).reduce(BigDecimal.ZERO, BigDecimal::add),
                (int) figures.stream().filter(row -> row.outcome().reached()).count(),
                (int) figures.stream().filter(row -> !row.outcome().reached()).count());
    }

    private static Model model(ReviewModel model, Map<String, String> names, String mark) {
        String kind = switch (model.kind()) {
            case COLLECTIVE -> "Tập thể";
            case INDIVIDUAL -> "Cá nhân";
            case HOUSEHOLD -> "Hộ gia đình";
        };
        return new Model(names.getOrDefault(model.unit(), model.unit()), kind, model.name() + mark, model.achievement(),
                period(model.fromYear(), model.toYear()));
    }

    /** {@code 2021–2023}, {@code từ năm 2019}, {@code đến năm 2025}; empty for neither. */
    static String period(Integer from, Integer to) {
        if (from == null) {
            return to == null ? "" : "đến năm " + to;
        }
        return to == null ? "từ năm " + from : from.equals(to) ? "năm " + from : from + "–" + to;
    }

    private List<Decided> decided(List<Conclusion> conclusions) {
        Map<String, String> names = organisation.names(conclusions.stream().map(Conclusion::ownerUnit).distinct().toList());
        return conclusions.stream().map(row -> new Decided(row.content(), names.get(row.ownerUnit()), row.dueOn())).toList();
    }

    private List<Inspected> inspections(Review review) {
        return rows.inspections(review).stream().map(row -> new Inspected(row.inspectorName(), row.inspectedName(), row.inspectedOn(),
                row.findings(), row.agrees(), row.comment())).toList();
    }
}
