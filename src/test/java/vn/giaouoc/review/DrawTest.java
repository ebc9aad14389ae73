package vn.giaouoc.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** B05: who inspects whom. */
class DrawTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 12, 60})
    void eachInspectsOneOtherAndIsInspectedOnce(int members) {
        List<String> units = IntStream.range(0, members).mapToObj(i -> "dv" + i).toList();
        for (long seed = 0; seed < 50; seed++) {
            List<Pair> pairs = Draw.of(units, seed);
            assertThat(pairs).extracting(Pair::inspector).containsExactlyInAnyOrderElementsOf(units);
            assertThat(pairs).extracting(Pair::inspected).containsExactlyInAnyOrderElementsOf(units);
            assertThat(pairs).noneMatch(pair -> pair.inspector().equals(pair.inspected()));
            assertThat(pairs).allMatch(pair -> Draw.reciprocal(pair, pairs) == (members == 2));
        }
    }

    @Test
    void theSameSeedDrawsTheSameWhateverTheOrderOfTheUnits() {
        assertThat(Draw.of(List.of("a", "b", "c", "d"), 7)).isEqualTo(Draw.of(List.of("d", "c", "b", "a"), 7));
        assertThat(IntStream.range(0, 20).mapToObj(seed -> Draw.of(List.of("a", "b", "c", "d"), seed)).distinct().count()).isGreaterThan(1);
    }

    @Test
    void aloneNobodyInspects() {
        assertThat(Draw.of(List.of("a"), 1)).isEmpty();
        assertThat(Draw.of(List.of(), 1)).isEmpty();
    }
}
