package vn.giaouoc.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.campaign.Plan.Target.Direction;

class FigureTest {

    /** What is to be kept is reached when it has not fallen. */
    @ParameterizedTest
    @CsvSource({"UP, 0, true", "UP, -0.1, false", "DOWN, 0, true", "DOWN, 0.1, false", "KEEP, 0, true", "KEEP, 0.1, true", "KEEP, -0.1, false"})
    void aTargetIsReachedOnTheGoodSide(Direction direction, BigDecimal deviation, boolean reached) {
        assertThat(Figure.reached(direction, deviation)).isEqualTo(reached);
    }

    @Test
    void withoutAValueNothingIsSaid() {
        assertThat(Figure.of(new Plan.Target("A", "%", null, BigDecimal.TEN, Direction.KEEP, null), null, 0, null).reached()).isNull();
    }
}
