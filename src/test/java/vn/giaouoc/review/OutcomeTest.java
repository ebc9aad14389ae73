package vn.giaouoc.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.giaouoc.covenant.Rounding;
import vn.giaouoc.covenant.TargetComparator;

/** How figures stand to their targets, exactly. */
class OutcomeTest {

    /** Comparator, target, rounding, base, limit, value → deviation, people, short, reached. */
    @ParameterizedTest
    @CsvSource({
        // 95 % of 200 people is 190
        "AT_LEAST,  95, UP,   200, 190, 95,    0,     190,  0,  true",
        "AT_LEAST,  95, UP,   200, 190, 94.5, -0.5,   189, -1,  false",
        // 95 % of 30 is 28.5: rounded up 29 are asked, rounded down 28
        "AT_LEAST,  95, UP,    30,  29, 93.33, -1.67,  28, -1,  false",
        "AT_LEAST,  95, DOWN,  30,  28, 93.33, -1.67,  28,  0,  true",
        // no number of people has this share: the share itself decides
        "AT_LEAST,  95, UP,   200, 190, 94.8, -0.2, 189.6, -0.4, false",
        "AT_MOST,    5, UP,   200,  10,  5.2,  0.2,  10.4,  0.4, false",
        // written without decimals it may be any share that is rounded to it
        "AT_LEAST,  95, UP,    30,  29,   97,    2,    29,    0, true",
        // a whole limit includes itself
        "MORE_THAN, 95, UP,    30,  29, 96.67,  1.67,  29,  0,  true",
        "EXACTLY,   15, UP,   190,  29, 15.26,  0.26,  29,  0,  true",
        // shares that are not of people, counts, indices
        "AT_LEAST,  90, NONE,    ,    , 89.99, -0.01,    ,   ,  false",
        "AT_MOST,    3, NONE,    ,    , 3,      0,       ,   ,  true",
        "LESS_THAN,  3, NONE,    ,    , 3,      0,       ,   ,  false",
        "AT_LEAST,   2, UP,      ,   2, 5,      3,       ,   ,  true",
    })
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
