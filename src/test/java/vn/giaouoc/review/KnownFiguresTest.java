package vn.giaouoc.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.giaouoc.covenant.Direction;
import vn.giaouoc.covenant.Measure;
import vn.giaouoc.covenant.Rounding;
import vn.giaouoc.covenant.Target;
import vn.giaouoc.covenant.TargetComparator;
import vn.giaouoc.covenant.TargetScope;
import vn.giaouoc.report.ReportedFigures.Reported;
import vn.giaouoc.review.KnownFigures.Found;
import vn.giaouoc.review.KnownFigures.Mapping;

/** A figure is entered once, and counted once. */
class KnownFiguresTest {

    private static final List<Mapping> MAPPINGS = List.of(new Mapping("SANG_KIEN", "Số sáng kiến", "SUM"),
            new Mapping("SANG_KIEN", "Sáng kiến được công nhận", "SUM"));

    @Test
    void countsOfSeveralCampaignsAreAddedUp() {
        assertThat(found("Sáng kiến", MAPPINGS, reported("Số  Sáng kiến", 3, "sáng kiến", "PT-2026-001/KY2"),
                reported("Sáng kiến được công nhận", 2, "sáng kiến", "PT-2026-002/KY1")))
                .isEqualTo(new Found(new BigDecimal("5"), "PT-2026-001/KY2; PT-2026-002/KY1"));
    }

    @Test
    void twoIndicatorsOfOneCampaignAreNotAddedUp() {
        assertThat(found("Sáng kiến", MAPPINGS, reported("Sáng kiến được công nhận", 2, "sáng kiến", "PT-2026-001/KY1"),
                reported("Số sáng kiến", 3, "sáng kiến", "PT-2026-001/KY1"))).isEqualTo(new Found(new BigDecimal("3"), "PT-2026-001/KY1"));
        assertThat(found("Sáng kiến được công nhận", MAPPINGS, reported("Số sáng kiến", 3, "sáng kiến", "PT-2026-001/KY2"),
                reported("Sáng kiến được công nhận", 2, "sáng kiến", "PT-2026-001/KY1"))).as("the target's own name")
                .isEqualTo(new Found(new BigDecimal("2"), "PT-2026-001/KY1"));
    }

    @Test
    void whereTwoTargetsHaveOneMeasureOnlyTheOwnNameCounts() {
        assertThat(found("Sáng kiến cấp tỉnh", null, reported("Số sáng kiến", 3, "sáng kiến", "PT-2026-001/KY1"))).isEqualTo(Found.NONE);
        assertThat(found("Sáng kiến cấp tỉnh", null, reported("sáng kiến cấp tỉnh", 1, null, "PT-2026-001/KY1")).value()).isEqualByComparingTo("1");
    }

    @Test
    void aShareIsNoCount() {
        assertThat(found("Sáng kiến", MAPPINGS, reported("Số sáng kiến", 80, "%", "PT-2026-001/KY1"))).isEqualTo(Found.NONE);
        assertThat(found("Sáng kiến", MAPPINGS, reported("Số sáng kiến", -1, "sáng kiến", "PT-2026-001/KY1"))).as("cannot be typed either")
                .isEqualTo(Found.NONE);
    }

    private static Found found(String target, List<Mapping> mappings, Reported... known) {
        return KnownFigures.of(new Target("t1", "SANG_KIEN", target, TargetComparator.AT_LEAST, BigDecimal.ONE, "sáng kiến", null, Direction.UP,
                        Rounding.NONE, TargetScope.EACH_MEMBER), measure(), mappings, List.of(known));
    }

    private static Reported reported(String indicator, int value, String unit, String source) {
        return new Reported("sct", indicator, BigDecimal.valueOf(value), unit, source, LocalDate.of(2026, 6, 1));
    }

    private static Measure measure() {
        return new Measure("SANG_KIEN", "Số sáng kiến được công nhận", Measure.Kind.COUNT, "sáng kiến", false, Direction.UP, Rounding.NONE, "");
    }
}
