package vn.giaouoc.midyear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaouoc.review.MeasureTotal;
import vn.giaouoc.review.ReviewStatus;
import vn.giaouoc.review.ReviewSummary;

/** Figures of many blocs, put together. */
class HalfYearGatheringTest {

    /** 523,26 over 12 targets is 43,605; from averages of the blocs it would be 43,60. */
    @Test
    void anAverageIsRoundedOnceAndNotOfRoundedAverages() {
        assertThat(HalfYearGathering.figures(List.of(bloc(average(0, 9, "413.3")), bloc(average(0, 3, "109.96")))))
                .singleElement().satisfies(figure -> {
                    assertThat(figure.value()).isEqualByComparingTo("43.61");
                    assertThat(figure.targets()).isEqualTo(12);
                });
    }

    @Test
    void measuresStandInTheOrderOfTheCatalogueWhicheverBlocNamesThem() {
        var count = new MeasureTotal(0, "SANG_KIEN", "Sáng kiến", "sáng kiến", true, 2, new BigDecimal("7.0"), 1, 1);
        assertThat(HalfYearGathering.figures(List.of(bloc(average(1, 1, "90")), bloc(count, average(1, 1, "95")))))
                .extracting(HalfYear.Measured::name, HalfYear.Measured::value)
                .containsExactly(tuple("Sáng kiến", new BigDecimal("7")), tuple("Lao động tiên tiến", new BigDecimal("92.5")));
    }

    private static MeasureTotal average(int place, int targets, String total) {
        return new MeasureTotal(place, "LDTT", "Lao động tiên tiến", "%", false, targets, new BigDecimal(total), targets, 0);
    }

    private static ReviewSummary bloc(MeasureTotal... figures) {
        return new ReviewSummary(null, null, null, ReviewStatus.RECEIVED, 0, 0, 0, 0, null, null, List.of(figures));
    }
}
