package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.calendar.DeadlineState;
import vn.giaouoc.calendar.PlannedDeadline;
import vn.giaouoc.calendar.YearPlan;
import vn.giaouoc.covenant.CovenantKey;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.test.Cases;
import vn.giaouoc.test.ThrowAwayUnits;

/** A year's dry run says of what is open when its task is really due, and counts the rest from there or from today. */
class YearPlanIT extends ReviewTest {

    @Autowired
    List<YearPlan> rooms;
    @Autowired
    Cases cases;
    @Autowired
    ThrowAwayUnits units;

    @AfterEach
    void nothingIsLeftOfThrowAwayUnits() {
        units.remove();
    }

    @Test
    void anOverdueDraftKeepsItsDateAndNothingForeseenLiesInThePast() {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "PEAK", "title", TITLE));
        jobs.runDue();
        LocalDate due = dueOf(code);
        assertThat(of(code, clock.instant()).get(0)).extracting(PlannedDeadline::day, PlannedDeadline::state).containsExactly(due, DeadlineState.OPEN);

        Instant later = clock.instant().plus(Duration.ofDays(40));
        LocalDate then = LocalDate.ofInstant(later, clock.getZone());
        assertThat(of(code, later)).extracting(PlannedDeadline::what, PlannedDeadline::state).startsWith(
                new Tuple("Soạn thảo, hoàn thiện kế hoạch", DeadlineState.OVERDUE), new Tuple("Trưởng phòng duyệt", DeadlineState.FORESEEN));
        assertThat(of(code, later).get(0).day()).isEqualTo(due);
        assertThat(of(code, later)).filteredOn(one -> one.state() == DeadlineState.FORESEEN).hasSize(5)
                .allSatisfy(one -> assertThat(one.day()).isAfter(then));
        assertThat(all(later)).as("of whatever case").filteredOn(one -> one.state() == DeadlineState.FORESEEN).isNotEmpty()
                .allSatisfy(one -> assertThat(one.day()).as(one.caseCode() + " " + one.what()).isAfterOrEqualTo(then));

        cases.complete("chuyenvien", code, "draftPlan", cases.plan(Map.of()));
        assertThat(of(code, later).get(0)).extracting(PlannedDeadline::what, PlannedDeadline::day, PlannedDeadline::state)
                .containsExactly("Trưởng phòng duyệt", dueOf(paper(code)), DeadlineState.OVERDUE);
    }

    @Test
    void reportsThatHaveArrivedAreDoneAndTheirConsolidationIsOpen() {
        String unit = units.add("dukien");
        String code = cases.issuedOutside(Map.of("unitKinds", List.of("COOPERATIVE"), "excludedUnits", others(unit)));
        assertThat(states(code)).contains(new Tuple("Đơn vị gửi kế hoạch, đăng ký công trình, phần việc", DeadlineState.OPEN),
                new Tuple("Báo cáo tổng kết", DeadlineState.OPEN), new Tuple("Tổng hợp báo cáo tổng kết", DeadlineState.SET));
        cases.answer(code, unit, 0);
        cases.report(code, unit, 3, Map.of());
        assertThat(states(code)).contains(new Tuple("Đơn vị gửi kế hoạch, đăng ký công trình, phần việc", DeadlineState.DONE),
                new Tuple("Báo cáo tổng kết", DeadlineState.DONE), new Tuple("Tổng hợp báo cáo tổng kết", DeadlineState.OPEN));
        assertThat(of(code, clock.instant())).filteredOn(one -> one.what().equals("Tổng hợp báo cáo tổng kết")).extracting(PlannedDeadline::day)
                .containsExactly(dueOf(code + "/KY1"));
    }

    @Test
    void covenantsAndReviewsShowTheTaskThatIsOpen() {
        String head = units.add("truong");
        String member = units.add("vien");
        String drafting = composed(today().getYear(), List.of(head, member));
        String covenant = CovenantKey.of(drafting, 1);
        Instant later = clock.instant().plus(Duration.ofDays(40));
        assertThat(of(covenant, later).get(0)).extracting(PlannedDeadline::what, PlannedDeadline::day, PlannedDeadline::state)
                .containsExactly("Trưởng khối dự thảo giao ước", dueOf(covenant), DeadlineState.OVERDUE);

        String other = units.add("truonghai");
        String last = units.add("vienhai");
        String year = yearOfToday(today().getYear(), List.of(other, last));
        String review = begunReview(year, other);
        assertThat(of(review, clock.instant()).get(0)).extracting(PlannedDeadline::what, PlannedDeadline::state)
                .containsExactly("Thành viên báo cáo sơ kết", DeadlineState.OPEN);
        reportAll(review, List.of(other, last));
        assertThat(of(review, clock.instant()).get(0)).extracting(PlannedDeadline::day, PlannedDeadline::state)
                .containsExactly(dueOf(review), DeadlineState.OPEN);
    }

    @Test
    void aBlocDoesNotGoBackToADayOfTheProvinceThatHasPassed() {
        String head = units.add("ngay");
        String year = composed(today().getYear(), List.of(head, units.add("ngayhai")));
        lasts(year, today().minusDays(300), today().plusDays(60));
        var official = officials.actor("canbo." + head);
        reviewPlans.set(official, year, today().plusDays(20), false);
        assertThatThrownBy(() -> reviewPlans.set(official, year, null, false)).isInstanceOfSatisfying(InvalidInput.class, refused ->
                assertThat(refused.errors()).singleElement().satisfies(error -> {
                    assertThat(error.field()).isEqualTo("beginOn");
                    assertThat(error.message()).contains("đã qua");
                }));
        assertThat(reviewPlans.own(year)).isEqualTo(today().plusDays(20));
        lasts(year, today().minusDays(20), today().plusDays(300));
        reviewPlans.set(official, year, null, true);
        assertThat(reviewPlans.own(year)).as("one still to come is taken").isNull();
    }

    private List<String> others(String unit) {
        return jdbc.sql("select code from unit where kind = 'COOPERATIVE' and code <> ?").param(unit).query(String.class).list();
    }

    private List<PlannedDeadline> all(Instant now) {
        return rooms.stream().flatMap(room -> room.deadlines(today().minusYears(1), today().plusYears(2), now).stream()).toList();
    }

    private List<PlannedDeadline> of(String caseCode, Instant now) {
        return all(now).stream().filter(one -> one.caseCode().equals(caseCode)).toList();
    }

    private List<Tuple> states(String caseCode) {
        return of(caseCode, clock.instant()).stream().map(one -> new Tuple(one.what(), one.state())).toList();
    }

    /** The day on which the one open task of a case is due. */
    private LocalDate dueOf(String caseKey) {
        return LocalDate.ofInstant(tasks.createTaskQuery().processInstanceBusinessKey(caseKey).singleResult().getDueDate().toInstant(), clock.getZone());
    }
}
