package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.test.Cost;
import vn.giaouoc.test.Meter;

/**
 * The cheap watch over what the benchmark (docs/benchmarks.md) measures at length: a unit costs the same among many as among few.
 * Counts of statements and rows, never times.
 */
class CostOfManyUnitsIT extends ProcessTest {

    private static final double MOST = 1.25;

    @Autowired
    EmbeddedPostgres postgres;
    private Meter meter;
    private String code;

    private record Costs(Cost opening, Cost writing) {
    }

    @BeforeEach
    void meter() {
        meter = new Meter(postgres, "postgres");
        jobs.runDue();
    }

    /** The province of the other tests is small, and no campaign of theirs has units that are gone. */
    @AfterEach
    void remove() {
        runtime.createProcessInstanceQuery().rootProcessInstances().processInstanceBusinessKeyLike(code + "%").list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end of the test", true, true));
        for (String table : List.of("membership", "person")) {
            jdbc.sql("delete from " + table + " where user_id ~ '[.]zz[0-9]+$'").update();
        }
        jdbc.sql("delete from unit where code ~ '^zz[0-9]+$'").update();
    }

    @Test
    void openingAUnitAndAClickInItCostTheSameAmongManyAsAmongFew() {
        run(10); // whatever is prepared once
        Costs few = run(50);
        Costs many = run(150);
        assertThat(many.opening().statements()).as("statements per unit").isLessThan(MOST * few.opening().statements());
        assertThat(many.opening().rows()).as("rows per unit").isLessThan(MOST * few.opening().rows());
        assertThat(many.opening().statements()).as("statements per unit, in all: one per unit would show").isLessThan(5.3);
        assertThat(many.writing().statements()).as("statements of a click").isCloseTo(few.writing().statements(), within(2.0));
        assertThat(many.writing().statements()).as("of a click, in all, with looking for its task").isLessThanOrEqualTo(56);
        assertThat(many.writing().rows()).as("rows of a click").isEqualTo(few.writing().rows());
    }

    private Costs run(int units) {
        add(units);
        Map<String, Object> fields = new HashMap<>(planData());
        fields.put("unitKinds", List.of("MASS_ORGANISATION", "COOPERATIVE"));
        code = recordedUnopened(nextNumber() + "/KH-UBND", json.convertValue(fields, Plan.class));
        Cost opening = meter.measure(jobs::runDue).per((int) participants(code));
        Cost writing = meter.measure(() -> write(code + "/ldld", "canbo.ldld"));
        assertThat(jdbc.sql("select count(*) from pg_stat_statements where query ~* 'distinct *[(]a[.]group_id_[)]'").query(Long.class).single())
                .as("clicks that read the groups of all authorizations").isZero();
        remove();
        return new Costs(opening, writing);
    }

    private void add(int units) {
        jdbc.sql("insert into unit select 'zz' || i, 'HTX ' || i, 'HTX' || i, 'COOPERATIVE', true, true from generate_series(1, ?) i")
                .param(units).update();
        for (Map.Entry<String, Boolean> person : Map.of("canbo.", false, "thutruong.", true).entrySet()) {
            jdbc.sql("insert into person select ? || code, 'Nguyễn Văn', 'A', null, true from unit where code ~ '^zz[0-9]+$'")
                    .param(person.getKey()).update();
            jdbc.sql("insert into membership select ? || code, code, ? from unit where code ~ '^zz[0-9]+$'")
                    .params(person.getKey(), person.getValue()).update();
        }
    }
}
