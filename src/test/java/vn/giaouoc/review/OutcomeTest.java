package vn.giaouoc.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import vn.giaouoc.covenant.Rounding;
import vn.giaouoc.covenant.TargetComparator;

/** How figures stand to their targets, exactly. */
class OutcomeTest {

    /** Comparator, target, rounding, base, limit, value → deviation, people, short, reached. */
    @ParameterizedTest
    @CsvFileSource(resources = "/outcomes.csv", ignoreLeadingAndTrailingWhitespace = true)
    void standsToItsTarget(TargetComparator comparator, BigDecimal target, Rounding rounding, BigDecimal base, BigDecimal limit,
                           BigDecimal value, BigDecimal deviation, BigDecimal people, BigDecimal peopleShort, boolean reached) {
        Outcome outcome = Outcome.of(comparator, target, rounding, base, limit, value);
        assertThat(outcome.deviation()).isEqualByComparingTo(deviation);
        assertThat(outcome.reached()).isEqualTo(reached);
        assertSame(outcome.people(), people);
        assertSame(outcome.peopleShort(), peopleShort);
    }

    private static void assertSame(BigDecimal found, BigDecimal expected) {
        if (expected == null) {
            assertThat(found).isNull();
        } else {
            assertThat(found).isEqualByComparingTo(expected);
        }
    }

    @Test
    void withoutAFigureNothingIsJudged() {
        assertThat(Outcome.of(TargetComparator.AT_LEAST, BigDecimal.TEN, Rounding.NONE, null, null, null)).isNull();
    }

    @Test
    void reachedOrNot() {
        assertThat(Outcome.of(TargetComparator.DONE, null, Rounding.NONE, null, null, BigDecimal.ONE).reached()).isTrue();
        assertThat(Outcome.of(TargetComparator.DONE, null, Rounding.NONE, null, null, BigDecimal.ZERO).reached()).isFalse();
    }
}
