package vn.giaouoc.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.action.BlocActions;
import vn.giaouoc.action.BlocActionView;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.covenant.CovenantKey;
import vn.giaouoc.notification.MailSweep;
import vn.giaouoc.notification.Rounds;
import vn.giaouoc.platform.time.TrialClock;
import vn.giaouoc.platform.time.WorkingDays;
import vn.giaouoc.review.MidTermReviews;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.review.ReviewPlans;
import vn.giaouoc.review.ReviewStatus;
import vn.giaouoc.review.ReviewSummary;
import vn.giaouoc.signature.SignatureChain;
import vn.giaouoc.test.Cost;
import vn.giaouoc.test.Meter;
import vn.giaouoc.test.Officials;
import vn.giaouoc.test.TestMail;

/**
 * The mid-term review of forty blocs of twelve, half of the members late, working day by working day with its reminders and letters; a
 * tenth of so many blocs go before. What a bloc costs among many may be a quarter more than among few.
 */
@Import({TestMail.class, ReviewRun.class})
class ReviewBenchmark extends Bench {

    private static final int BLOCS = Integer.getInteger("bench.blocs", 40);
    private static final int FEW = Math.max(1, BLOCS / 10);
    private static final int IN_TIME = CovenantRun.MEMBERS / 2;
    private static final double LIMIT = 1.25;
    /** The few begin so many days before the others; theirs is over by then. */
    private static final int DAYS_BEFORE = 35;

    @Autowired
    EmbeddedPostgres postgres;
    @Autowired
    TestMail.Server server;
    @Autowired
    Officials officials;
    @Autowired
    CovenantRun covenants;
    @Autowired
    ReviewRun run;
    @Autowired
    BlocYears years;
    @Autowired
    ReviewPlans plans;
    @Autowired
    MidTermReviews reviews;
    @Autowired
    BlocActions actions;
    @Autowired
    SignatureChain chain;
    @Autowired
    MailSweep sweep;
    @Autowired
    Rounds rounds;
    @Autowired
    WorkingDays workingDays;
    @Autowired
    TrialClock trialClock;
    @Autowired
    ManagementService management;
    @Autowired
    RuntimeService runtime;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    /** What a step of the review took, all its blocs and days together. */
    private record Tally(Cost cost, int jobs, long mails) {

        static final Tally NONE = new Tally(Cost.NONE, 0, 0);

        Tally plus(Tally other) {
            return new Tally(cost.plus(other.cost), jobs + other.jobs, mails + other.mails);
        }
    }

    private Meter meter;
    private int jobsRun;
    private Map<String, Tally> tallies;

    @Test
    void everyBlocReviewsItsYearThoughHalfOfItsMembersAreLate() {
        meter = new Meter(postgres, "postgres");
        String composition = recorded();
        List<BlocYearView> all = years.ofComposition(composition);
        List<BlocYearView> few = all.subList(0, FEW);
        LocalDate usual = plans.of(all.get(0).code()).beginOn();
        few.forEach(year -> plans.set(officials.actor("canbo." + year.head().unitCode()), year.code(), usual.minusDays(DAYS_BEFORE), false));
        peopleCanBeWrittenTo();
        Map<String, Tally> ofFew = story(few, usual.minusDays(DAYS_BEFORE));
        Map<String, Tally> ofMany = story(all.subList(FEW, all.size()), usual);
        print(ofFew, ofMany);
        printOccasions();
        nobodyIsLost(composition);
        everyConclusionHasItsCase(all);
        nothingWasSentTwice(all);
        assertThat(runtime.createIncidentQuery().count()).as("incidents").isZero();
        assertThat(chain.verify().intact()).isTrue();
        say("no incident, no member lost, no letter twice, each conclusion has its case, chain intact");
        ofFew.forEach((step, tally) -> constant(step, tally, ofMany.get(step)));
    }

    /** @return the code of the composition; each of its blocs has a covenant that is recorded */
    private String recorded() {
        jdbc.sql("update person set email = null").update(); // nobody is told of covenants
        List<List<String>> blocs = covenants.units(FEW + BLOCS);
        String composition = covenants.compose(blocs);
        JobRun.due(management);
        List<BlocYearView> all = years.ofComposition(composition);
        assertThat(all).hasSize(FEW + BLOCS);
        for (int i = 0; i < all.size(); i++) {
            String key = CovenantKey.of(all.get(i).code(), 1);
            List<String> units = ReviewRun.units(all.get(i));
            covenants.agree(key, units);
            units.forEach(unit -> covenants.sign(key, unit));
            JobRun.due(management);
            covenants.record(key);
            progress("covenants recorded", i + 1, all.size());
        }
        return composition;
    }

    private void peopleCanBeWrittenTo() {
        sweep.sweep(); // tasks there are already are not new
        jdbc.sql("update person set email = user_id || '@giaouoc.example'").update();
        server.start();
        rounds.ensure();
    }

    // ---- the review, day by day -------------------------------------------------------------------------------------

    /** From the timer that begins the reviews to the receipt of the last report. @return what each step took */
    private Map<String, Tally> story(List<BlocYearView> blocs, LocalDate begin) {
        tallies = new LinkedHashMap<>();
        moveTo(begin, LocalTime.of(16, 0));
        LocalDate due = opened(blocs, begin);
        morningsUntil(workingDays.before(due, 3));
        inTime(blocs, "in time: 6 reports written", run::write);
        morningsUntil(workingDays.before(due, 2));
        inTime(blocs, "in time: 6 reports approved", run::approve);
        morningsUntil(due);
        step("deadline", () -> passes(due));
        statuses(blocs, ReviewStatus.CONSOLIDATING);
        nextMorning();
        each(blocs, "consolidation", run::consolidate);
        morningsUntil(workingDays.after(due, 3));
        late(blocs, "late: 6 reports written", run::write);
        nextMorning();
        late(blocs, "late: 6 reports approved", run::approve);
        nextMorning();
        each(blocs, "conference, its actions opened", run::hold);
        nextMorning();
        each(blocs, "report sealed", run::draft);
        each(blocs, "report signed", run::sign);
        nextMorning();
        each(blocs, "report received", run::receive);
        statuses(blocs, ReviewStatus.RECEIVED);
        return tallies;
    }

    /** @return the day on which members' reports are due */
    private LocalDate opened(List<BlocYearView> blocs, LocalDate begin) {
        step("opening by the timer", () -> passes(begin));
        letters();
        statuses(blocs, ReviewStatus.REPORTING);
        return LocalDate.ofInstant(jdbc.sql("select distinct reports_due_at from review where status = 'REPORTING'").query(Timestamp.class)
                .single().toInstant(), clock.getZone());
    }

    private void inTime(List<BlocYearView> blocs, String step, BiConsumer<BlocYearView, List<String>> work) {
        each(blocs, step, year -> work.accept(year, ReviewRun.units(year).subList(0, IN_TIME)));
    }

    private void late(List<BlocYearView> blocs, String step, BiConsumer<BlocYearView, List<String>> work) {
        each(blocs, step, year -> work.accept(year, ReviewRun.units(year).subList(IN_TIME, CovenantRun.MEMBERS)));
    }

    /** One bloc after the other; then the letters about what has become somebody's task. */
    private void each(List<BlocYearView> blocs, String step, Consumer<BlocYearView> work) {
        for (int i = 0; i < blocs.size(); i++) {
            BlocYearView year = blocs.get(i);
            step(step, () -> {
                work.accept(year);
                due();
            });
            progress(step, i + 1, blocs.size());
        }
        letters();
    }

    private void letters() {
        step("letters: new and overdue tasks", () -> {
            sweep.sweep();
            due();
        });
    }

    private void morningsUntil(LocalDate day) {
        while (LocalDate.now(clock).isBefore(day)) {
            nextMorning();
        }
    }

    /** The next working day: what is left of this one, the round at seven with its letters, at eight who is urged at the next level. */
    private void nextMorning() {
        step("mornings: rounds, reminders", () -> {
            passes(LocalDate.now(clock));
            LocalDate day = workingDays.after(LocalDate.now(clock), 1);
            moveTo(day, LocalTime.of(7, 1));
            moveTo(day, LocalTime.of(8, 1));
        });
        letters();
    }

    /** Tasks are due, and reviews begin, at 17:00. */
    private void passes(LocalDate day) {
        moveTo(day, LocalTime.of(17, 1));
    }

    private void moveTo(LocalDate day, LocalTime time) {
        Instant moment = day.atTime(time).atZone(clock.getZone()).toInstant();
        if (clock.instant().isBefore(moment)) {
            trialClock.moveTo(moment);
        }
        due();
    }

    private void due() {
        jobsRun += JobRun.due(management);
    }

    private void step(String name, Runnable work) {
        int jobs = jobsRun;
        long mails = sent();
        Cost cost = meter.measure(work);
        tallies.merge(name, new Tally(cost, jobsRun - jobs, sent() - mails), Tally::plus);
    }

    private long sent() {
        return jdbc.sql("select count(*) from mail where status = 'SENT'").query(Long.class).single();
    }

    // ---- what must be true ------------------------------------------------------------------------------------------

    private void statuses(List<BlocYearView> blocs, ReviewStatus status) {
        Set<String> keys = blocs.stream().map(BlocYearView::code).collect(Collectors.toSet());
        assertThat(reviews.ofComposition(blocs.get(0).compositionCode())).filteredOn(review -> keys.contains(review.blocYear()))
                .hasSize(blocs.size()).allMatch(review -> review.status() == status);
    }

    private void nobodyIsLost(String composition) {
        List<ReviewSummary> found = reviews.ofComposition(composition);
        assertThat(found).hasSize(FEW + BLOCS).allSatisfy(review -> {
            assertThat(review.members()).isEqualTo(CovenantRun.MEMBERS);
            assertThat(review.reported()).isEqualTo(CovenantRun.MEMBERS);
            assertThat(review.late()).isEqualTo(CovenantRun.MEMBERS - IN_TIME);
            assertThat(review.notReported()).isZero();
        });
        assertThat(jdbc.sql("select count(distinct unit_code) from review_member where late = (missing_at is not null)").query(Integer.class).single())
                .as("the gap is kept of those who were late").isEqualTo((FEW + BLOCS) * CovenantRun.MEMBERS);
    }

    private void everyConclusionHasItsCase(List<BlocYearView> all) {
        all.forEach(year -> {
            List<BlocActionView> opened = actions.of(year.code());
            assertThat(opened).hasSize(ReviewRun.CONCLUSIONS).allMatch(action -> action.originCase().equals(ReviewKey.of(year.code())));
            opened.forEach(action -> assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(action.code()).count()).isEqualTo(1));
        });
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("bloc-action").count()).isEqualTo((long) all.size() * ReviewRun.CONCLUSIONS);
    }

    /** What the mail server has is what the outbox sent, each letter once; each member's people were told. */
    private void nothingWasSentTwice(List<BlocYearView> all) {
        List<String> arrived = new ArrayList<>();
        Set<String> told = new HashSet<>();
        server.received().forEach(letter -> {
            arrived.add(letter.id());
            told.add(letter.to());
        });
        assertThat(arrived).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                jdbc.sql("select '<' || id || '@giaouoc.example>' from mail").query(String.class).list());
        assertThat(jdbc.sql("select count(*) from mail where status <> 'SENT' or attempts <> 1").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select user_id, task_id, occasion from notice where mail_id is not null group by 1, 2, 3 having count(*) > 1").query()
                .listOfRows()).as("told twice of the same").isEmpty();
        assertThat(told).containsAll(all.stream().flatMap(year -> ReviewRun.units(year).stream()).map(unit -> "canbo." + unit + "@giaouoc.example")
                .toList());
    }

    private static void constant(String step, Tally few, Tally many) {
        assertThat(many.cost().statements() / BLOCS).as("statements per bloc: " + step).isLessThanOrEqualTo(LIMIT * few.cost().statements() / FEW);
        assertThat(many.cost().rows() / BLOCS).as("rows per bloc: " + step).isLessThanOrEqualTo(LIMIT * few.cost().rows() / FEW);
    }

    // ---- what is shown ----------------------------------------------------------------------------------------------

    private static void progress(String what, int done, int of) {
        if (done % 10 == 0 || done == of) {
            say("%d of %d: %s", done, of, what);
        }
    }

    private static void print(Map<String, Tally> few, Map<String, Tally> many) {
        say("per bloc of %d members, %d blocs (x: to %d blocs)", CovenantRun.MEMBERS, BLOCS, FEW);
        many.forEach((step, tally) -> print(step, few.get(step), tally));
        print("all", few.values().stream().reduce(Tally.NONE, Tally::plus), many.values().stream().reduce(Tally.NONE, Tally::plus));
    }

    private void printOccasions() {
        jdbc.sql("select split_part(occasion, ':', 1), count(*), count(distinct mail_id) from notice where mail_id is not null group by 1 order by 1")
                .query((rs, n) -> "%-9s told %,d times, in %,d letters".formatted(rs.getString(1), rs.getLong(2), rs.getLong(3))).list()
                .forEach(line -> say(line));
    }

    private static void print(String step, Tally few, Tally many) {
        Cost one = many.cost().per(BLOCS);
        Cost before = few.cost().per(FEW);
        say("| %-32s | %,8.1f | %.2f | %,8.1f | %.2f | %6.1f | %6.1f | %,8.0f KB | %,8.1f KB | %,8.1f ms | all: %,d statements, %,d jobs, %,d mails",
                step, one.statements(), one.statements() / before.statements(), one.rows(), one.rows() / before.rows(),
                (double) many.jobs() / BLOCS, (double) many.mails() / BLOCS, one.allocated() / 1024, one.wal() / 1024, one.nanos() / 1e6,
                (long) many.cost().statements(), many.jobs(), many.mails());
    }
}
