package vn.giaouoc.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.covenant.CovenantKey;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantStatus;
import vn.giaouoc.signature.SignatureChain;
import vn.giaouoc.test.Cost;
import vn.giaouoc.test.Meter;

/** Forty blocs of twelve members, composed by one decision, each brought to a covenant that all have signed: cost and errors. */
class CovenantBenchmark extends Bench {

    private static final int BLOCS = Integer.getInteger("bench.blocs", 40);

    @Autowired
    EmbeddedPostgres postgres;
    @Autowired
    CovenantRun run;
    @Autowired
    BlocYears years;
    @Autowired
    CovenantQueries covenants;
    @Autowired
    SignatureChain chain;
    @Autowired
    ManagementService management;
    @Autowired
    RuntimeService runtime;

    private Meter meter;

    @Test
    void everyBlocSignsItsCovenant() {
        meter = new Meter(postgres, "postgres");
        List<List<String>> blocs = run.units(BLOCS);
        String code = run.compose(blocs);
        print("opening, per bloc", meter.measure(this::jobs), BLOCS);
        List<String> keys = years.ofComposition(code).stream().map(BlocYearView::code).map(year -> CovenantKey.of(year, 1)).toList();
        assertThat(keys).hasSize(BLOCS);
        Cost signatures = Cost.NONE;
        Cost before = Cost.NONE;
        for (int i = 0; i < BLOCS; i++) {
            String key = keys.get(i);
            List<String> units = blocs.get(i);
            before = before.plus(meter.measure(() -> run.agree(key, units)));
            signatures = signatures.plus(meter.measure(() -> units.forEach(unit -> run.sign(key, unit))));
            jobs();
            if ((i + 1) % 10 == 0) {
                say("%d of %d covenants signed", i + 1, BLOCS);
            }
        }
        print("to the conference, per bloc", before, BLOCS);
        print("signing, per member", signatures, BLOCS * CovenantRun.MEMBERS);
        noErrors(keys);
    }

    private void noErrors(List<String> keys) {
        assertThat(keys).allSatisfy(key -> assertThat(covenants.get(key).status()).isEqualTo(CovenantStatus.SIGNED));
        assertThat(runtime.createIncidentQuery().count()).as("incidents").isZero();
        assertThat(chain.verify().intact()).isTrue();
        say("%d covenants signed by %d members, no errors, chain intact", keys.size(), keys.size() * CovenantRun.MEMBERS);
    }

    private void jobs() {
        JobRun.due(management);
    }

    private static void print(String what, Cost cost, int number) {
        Cost one = cost.per(number);
        say("%-28s %,8.1f statements  %,8.1f rows  %,8.0f KB allocated  %,8.1f KB WAL  %,8.1f ms", what, one.statements(), one.rows(),
                one.allocated() / 1024, one.wal() / 1024, one.nanos() / 1e6);
    }
}
