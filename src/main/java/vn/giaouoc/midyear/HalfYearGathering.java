package vn.giaouoc.midyear;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.register.OutsideAwards;
import vn.giaouoc.report.MidtermReports;
import vn.giaouoc.review.MeasureTotal;
import vn.giaouoc.review.MidTermNames;
import vn.giaouoc.review.MidTermReviews;
import vn.giaouoc.review.ReviewStatus;
import vn.giaouoc.review.ReviewSummary;

/** Gathers the first half of a period from the rooms that know it: a few statements for any number of blocs. */
@Service
@Transactional(readOnly = true)
class HalfYearGathering {

    private static final int PLACES = 2;

    private final MidTermReviews reviews;
    private final MidTermNames names;
    private final MidtermReports campaigns;
    private final OutsideAwards awards;

    HalfYearGathering(MidTermReviews reviews, MidTermNames names, MidtermReports campaigns, OutsideAwards awards) {
        this.reviews = reviews;
        this.names = names;
        this.campaigns = campaigns;
        this.awards = awards;
    }

    /** As it is at this moment. */
    public HalfYear gather(MidYearReport report) {
        List<ReviewSummary> found = reviews.ofComposition(report.compositionCode());
        Map<String, List<String>> late = names.late(report.compositionCode());
        Map<String, List<String>> missing = names.missing(report.compositionCode());
        List<HalfYear.Bloc> blocs = found.stream().map(review -> new HalfYear.Bloc(review.blocYear(), review.blocName(),
                review.status().label(), review.status() == ReviewStatus.RECEIVED, review.members(), review.reported(),
                late.getOrDefault(review.blocYear(), List.of()), missing.getOrDefault(review.blocYear(), List.of()))).toList();
        return new HalfYear((int) blocs.stream().filter(HalfYear.Bloc::received).count(), blocs, figures(found),
                campaigns.between(report.halfFrom(), report.halfTo()).stream().map(line -> new HalfYear.CampaignLine(line.campaignCode(),
                        line.title(), line.reportDate(), line.reported(), line.total(), line.number())).toList(),
                awards.decidedBetween(report.halfFrom(), report.halfTo()).stream().map(award -> new HalfYear.Award(award.unitName(),
                        award.title(), award.decisionNumber(), award.decisionDate(), award.awardYear(), award.grantedBy())).toList(),
                models(report));
    }

    private List<HalfYear.Model> models(MidYearReport report) {
        List<HalfYear.Model> models = new ArrayList<>(names.models(report.compositionCode()).stream()
                .map(model -> new HalfYear.Model(model.unitName(), model.kind(), model.name(), model.achievement())).toList());
        campaigns.models(report.halfFrom(), report.halfTo()).forEach(model -> models.add(
                new HalfYear.Model(model.unitName(), model.kind().name(), model.name(), model.achievement())));
        return models.stream().distinct().toList();
    }

    /** Of all blocs together, in the order of the catalogue. */
    static List<HalfYear.Measured> figures(List<ReviewSummary> found) {
        return found.stream().flatMap(review -> review.figures().stream()).sorted(Comparator.comparing(MeasureTotal::place))
                .collect(Collectors.groupingBy(MeasureTotal::measure, LinkedHashMap::new, Collectors.toList()))
                .values().stream().map(HalfYearGathering::figure).toList();
    }

    /** Counts are added up; shares, points and ratings are averaged, each target with the same weight, and rounded once. */
    private static HalfYear.Measured figure(List<MeasureTotal> ofBlocs) {
        MeasureTotal first = ofBlocs.get(0);
        int targets = ofBlocs.stream().mapToInt(MeasureTotal::targets).sum();
        BigDecimal total = ofBlocs.stream().map(MeasureTotal::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal value = first.counted() ? total : total.divide(BigDecimal.valueOf(targets), PLACES, RoundingMode.HALF_UP);
        return new HalfYear.Measured(first.name(), first.unit(), new BigDecimal(value.stripTrailingZeros().toPlainString()), first.counted(),
                targets, ofBlocs.stream().mapToInt(MeasureTotal::reached).sum(), ofBlocs.stream().mapToInt(MeasureTotal::missed).sum());
    }
}
