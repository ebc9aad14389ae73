package vn.giaouoc.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Draws who inspects whom: each unit inspects one other and is inspected by one other, nobody itself; two units inspect each other only
 * where there are no more than two (B05). The same seed gives the same draw, so that it can be checked.
 */
final class Draw {

    private Draw() {
    }

    /** @return one pair for each unit, none for fewer than two */
    static List<Pair> of(List<String> units, long seed) {
        if (units.size() < 2) {
            return List.of();
        }
        List<String> round = new ArrayList<>(units);
        Collections.sort(round);
        Collections.shuffle(round, new Random(seed));
        return IntStream.range(0, round.size()).mapToObj(i -> new Pair(round.get(i), round.get((i + 1) % round.size()))).toList();
    }

    /** Whether the inspected unit inspects the inspector, too. */
    static boolean reciprocal(Pair pair, List<Pair> all) {
        return all.contains(new Pair(pair.inspected(), pair.inspector()));
    }

    /** The same pairs of the units that do the work today: an heir has its own part and may have that of a unit that has ended. */
    static List<Pair> acting(List<Pair> pairs, Map<String, String> actingUnits) {
        return pairs.stream().map(pair -> pair == null ? new Pair(null, null) : new Pair(actingUnits.getOrDefault(pair.inspector(),
                pair.inspector()), actingUnits.getOrDefault(pair.inspected(), pair.inspected()))).toList();
    }
}
