package vn.giaouoc.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.test.Cost;
import vn.giaouoc.test.Meter;

/**
 * What a unit costs when 50, 500 and 5,000 take part, and what the same models cost on the bare engine. Fails when a unit costs
 * more statements, rows or allocation among many than among few; times are shown, never judged.
 */
class ScaleBenchmark extends Bench {

    private static final double MOST = 1.25;

    @Autowired
    EmbeddedPostgres postgres;
    @Autowired
    ProductRun product;
    @Autowired
    JdbcClient jdbc;

    /** Costs by who, number of units and phase. */
    private final Map<String, Map<Integer, Map<Phase, Cost>>> costs = new LinkedHashMap<>();
    private final List<Integer> sizes = Arrays.stream(System.getProperty("bench.units", "50,500,5000").split(",")).map(String::strip)
            .map(Integer::valueOf).sorted().toList();

    @Test
    void aUnitCostsTheSameHoweverManyTakePart() {
        runProduct();
        runBare("engine", false);
        runBare("tuned", true);
        print("statements", Cost::statements, "%,12.1f");
        print("of these on tables of the engine", Cost::engine, "%,12.1f");
        print("transactions", Cost::transactions, "%,12.2f");
        print("rows written", Cost::rows, "%,12.1f");
        print("of these in tables of the engine", Cost::engineRows, "%,12.1f");
        print("pages looked at", Cost::pages, "%,12.0f");
        print("WAL, KB", cost -> cost.wal() / 1024, "%,12.1f");
        print("allocated, KB", cost -> cost.allocated() / 1024, "%,12.0f");
        print("milliseconds", cost -> cost.nanos() / 1e6, "%,12.2f");
        life();
        judge();
    }

    private void runProduct() {
        var meter = new Meter(postgres, "postgres");
        var province = new Province(jdbc);
        say("Product: warming up");
        product.run(meter, province.communes("w", 50));
        product.run(meter, province.communes("v", 50));
        for (int size : sizes) {
            List<String> units = province.communes("b" + (char) ('a' + sizes.indexOf(size)), size);
            long start = System.nanoTime();
            put("product", size, product.run(meter, units));
            say("Product: %,d units in %,d s", size, (System.nanoTime() - start) / 1_000_000_000);
        }
    }

    private void runBare(String name, boolean tuned) {
        try (var bare = new BareRun(postgres, "bare_" + name, tuned)) {
            say("Bare engine (%s): warming up", name);
            bare.run("PT-0", units("w", 50), name);
            bare.run("PT-1", units("v", 50), name);
            for (int size : sizes) {
                long start = System.nanoTime();
                put(name, size, bare.run("PT-" + size, units("b", size), name));
                say("Bare engine (%s): %,d units in %,d s", name, size, (System.nanoTime() - start) / 1_000_000_000);
            }
        }
    }

    private static List<String> units(String prefix, int count) {
        List<String> units = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            units.add("%s%05d".formatted(prefix, i));
        }
        return units;
    }

    private void put(String who, int size, Map<Phase, Cost> whole) {
        whole.replaceAll((phase, cost) -> cost.per(phase.divisor(size)));
        costs.computeIfAbsent(who, name -> new LinkedHashMap<>()).put(size, whole);
    }

    // ---- tables -----------------------------------------------------------------------------------------------------

    private void print(String what, ToDoubleFunction<Cost> figure, String format) {
        int most = sizes.get(sizes.size() - 1);
        say("");
        StringBuilder head = new StringBuilder("%-36s".formatted(what + " per unit"));
        sizes.forEach(size -> head.append("%,12d".formatted(size)));
        say(head + "%12s%12s%12s%12s%12s".formatted("ratio", "engine", "tuned", "to engine", "to tuned"));
        for (Phase phase : Phase.values()) {
            StringBuilder line = new StringBuilder("%-36s".formatted(phase.label));
            sizes.forEach(size -> line.append(format.formatted(value("product", size, phase, figure))));
            line.append("%12.2f".formatted(ratio(phase, figure)));
            if (costs.get("tuned").get(most).containsKey(phase)) {
                double own = value("product", most, phase, figure);
                double engine = value("engine", most, phase, figure);
                double tuned = value("tuned", most, phase, figure);
                line.append((format + format).formatted(engine, tuned)).append("%12.2f%12.2f".formatted(own / engine, own / tuned));
            }
            say(line.toString());
        }
    }

    /** The life of a unit: asked, answered, asked for a report, reported. What the rules call an award. */
    private void life() {
        int most = sizes.get(sizes.size() - 1);
        List<Phase> phases = List.of(Phase.OPEN, Phase.ANSWER, Phase.OPEN_REPORTS, Phase.REPORT);
        say("");
        say("A unit from its opening to its approved report (opening, answering, opening reports, reporting) at %,d units:", most);
        say("%-12s%14s%14s%14s%14s%14s", "", "statements", "of engine", "rows", "of engine", "WAL KB");
        for (String who : costs.keySet()) {
            Cost sum = phases.stream().map(costs.get(who).get(most)::get).reduce(Cost::plus).orElseThrow();
            say("%-12s%,14.1f%,14.1f%,14.1f%,14.1f%,14.1f", who, sum.statements(), sum.engine(), sum.rows(), sum.engineRows(), sum.wal() / 1024);
        }
    }

    private void judge() {
        List<String> worse = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            if (ratio(phase, Cost::statements) > MOST || ratio(phase, Cost::rows) > MOST || ratio(phase, Cost::allocated) > MOST) {
                worse.add(phase.label);
            }
        }
        say("");
        say(worse.isEmpty() ? "Constant: statements, rows and allocation per unit at most %.2f times those at the smallest size.".formatted(MOST)
                : "NOT constant per unit: " + worse);
        assertThat(worse).as("phases whose cost per unit grows").isEmpty();
    }

    private double ratio(Phase phase, ToDoubleFunction<Cost> figure) {
        return value("product", sizes.get(sizes.size() - 1), phase, figure) / value("product", sizes.get(0), phase, figure);
    }

    private double value(String who, int size, Phase phase, ToDoubleFunction<Cost> figure) {
        return figure.applyAsDouble(costs.get(who).get(size).get(phase));
    }
}
