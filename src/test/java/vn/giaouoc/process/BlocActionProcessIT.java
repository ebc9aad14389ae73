package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.action.ActionKind;
import vn.giaouoc.action.ActionReport;
import vn.giaouoc.action.ActionWork;
import vn.giaouoc.action.BlocActions;
import vn.giaouoc.action.BlocActionStatus;
import vn.giaouoc.action.BlocActionView;
import vn.giaouoc.action.NewAction;
import vn.giaouoc.calendar.DryRun;
import vn.giaouoc.calendar.YearView;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.SuccessionDraft;
import vn.giaouoc.organisation.SuccessionKind;
import vn.giaouoc.organisation.Successions;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.test.ThrowAwayUnits;

/** Every path of what a conference of a bloc leaves to be done. */
class BlocActionProcessIT extends CovenantTest {

    private static final String REPORT = "userTask_reportAction";
    private static final List<String> OTHERS = List.of("dienlucbk", "capnuocbk");
    private static final String CONFIRM = "userTask_confirmAction";

    @Autowired
    BlocActions actions;
    @Autowired
    ActionWork work;
    @Autowired
    DryRun dryRun;
    @Autowired
    Successions successions;
    @Autowired
    ThrowAwayUnits units;

    @AfterEach
    void nothingIsLeftOfThrowAwayUnits() {
        String theirs = "from bloc_action where bloc_year_code in (select bloc_year_code from bloc_member where unit_code like 'tam%')";
        jdbc.sql("delete from bloc_action_report where action_code in (select code " + theirs + ")").update();
        jdbc.sql("delete " + theirs).update();
        jdbc.sql("update bloc_action set owner_unit = 'sxd' where owner_unit like 'tam%'").update();
        units.remove();
    }

    @Test
    void anActionIsReportedSentBackProlongedAndConfirmed() {
        String year = composed(2084, UNITS);
        String code = opened(year, "sxd", 1);
        assertThat(actions.open(year, "sct", List.of(action(year, "sxd", 1)))).as("a repeat").containsExactly(code);
        assertThat(actions.of(year)).singleElement().satisfies(action -> {
            assertThat(action.code()).isEqualTo(year + "/V01").isEqualTo(code);
            assertThat(action.status()).isEqualTo(BlocActionStatus.OPEN);
        });
        assertThat(due(code)).isEqualTo(today().plusDays(5));

        assertThatThrownBy(() -> report(code, "canbo.sxd", "MORE_TIME", "Chờ kinh phí.", null)).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.errors()).extracting("field").containsExactly("wantedDue"));
        report(code, "canbo.sxd", "DONE", "Đã làm xong.", null);
        assertTasks(code, CONFIRM);
        assertThat(group(code)).isEqualTo("unit-sct");
        answer(code, "canbo.sct", "RETURN", "Nêu rõ số liệu.");
        assertTasks(code, REPORT);
        assertThat(work.returnReason(code)).isEqualTo("Nêu rõ số liệu.");

        report(code, "canbo.sxd", "MORE_TIME", "Chờ kinh phí.", today().plusDays(30));
        answer(code, "canbo.sct", "APPROVE", null);
        assertThat(work.returnReason(code)).isNull();
        assertThat(due(code)).isEqualTo(today().plusDays(30));
        assertThat(get(code).dueOn()).isEqualTo(today().plusDays(30));

        report(code, "canbo.sxd", "DONE", "12 hộ được xóa nhà tạm.", null);
        answer(code, "canbo.sct", "APPROVE", null);
        assertThat(get(code).status()).isEqualTo(BlocActionStatus.DONE);
        assertThat(get(code).result()).isEqualTo("12 hộ được xóa nhà tạm.");
        assertThat(running(code)).isFalse();
        assertThat(work.reports(code)).extracting("outcome").map(Object::toString).containsExactly("DONE", "MORE_TIME", "DONE");
    }

    @Test
    void whatPassesItsDateIsNotedAndMayStillEndWithoutSuccess() {
        String year = composed(2085, UNITS);
        String code = opened(year, "sgtvt", 1);
        past(clock.instant().plus(java.time.Duration.ofDays(6)));
        assertThat(get(code).overdueAt()).isNotNull();
        assertTasks(code, REPORT);
        report(code, "canbo.sgtvt", "NOT_DONE", "Không có mặt bằng.", null);
        answer(code, "canbo.sct", "APPROVE", null);
        assertThat(get(code).status()).isEqualTo(BlocActionStatus.NOT_DONE);
        assertThatThrownBy(() -> work.report(officials.actor("canbo.sgtvt"), code, null)).isInstanceOf(ConflictRefusal.class);
    }

    /** The head unit's own action is confirmed by its head; an only head therefore does not report it: nobody could confirm. */
    @Test
    void theHeadUnitsOwnActionIsReportedByAnOfficialAndConfirmedByItsHead() {
        String year = composed(2086, UNITS);
        String code = opened(year, "sct", 1);
        assertThatThrownBy(() -> work.checkReport(officials.actor("thutruong.sct"), code, new ActionReport(ActionReport.Outcome.DONE,
                "Đã tổ chức hội thao.", null, List.of()))).isInstanceOf(NotAllowed.class)
                .hasMessageContaining("để cán bộ của đơn vị báo cáo");
        report(code, "canbo.sct", "DONE", "Đã tổ chức hội thao.", null);
        assertThat(group(code)).isEqualTo("unit-sct-lead");
        assertThatThrownBy(() -> work.checkDecision(officials.actor("canbo.sct"), code, true, null)).isInstanceOf(NotAllowed.class)
                .hasMessageContaining("không được tự xác nhận");
        answer(code, "thutruong.sct", "APPROVE", null);
        assertThat(get(code).status()).isEqualTo(BlocActionStatus.DONE);
    }

    /** The office's computer was off when the date passed: no timer has come to it yet. */
    @Test
    void whatIsReportedLateIsNotedAsLateAlsoBeforeTheTimerSaysSo() {
        String year = composed(2090, UNITS);
        String code = opened(year, "sxd", 1);
        jdbc.sql("update bloc_action set due_on = ? where code = ?").params(today().minusDays(1), code).update();
        report(code, "canbo.sxd", "DONE", "Đã xong, chậm một ngày.", null);
        assertThat(get(code).overdueAt()).isNotNull();
    }

    @Test
    void aDayThatHasPassedMeanwhileIsNotAgreedTo() {
        String year = composed(2094, UNITS);
        String code = opened(year, "sxd", 1);
        report(code, "canbo.sxd", "MORE_TIME", "Chờ kinh phí.", today().plusDays(30));
        jdbc.sql("update bloc_action_report set wanted_due = ? where action_code = ?").params(today().minusDays(1), code).update();
        assertThatThrownBy(() -> answer(code, "canbo.sct", "APPROVE", null)).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.errors()).extracting("field").containsExactly("decision"));
        answer(code, "canbo.sct", "RETURN", "Đề nghị ngày khác.");
        assertTasks(code, REPORT);
    }

    @Test
    void theDryRunOfAYearKnowsWhatIsOwedAndWhatIsToBeConfirmed() {
        String year = composed(2094, "khoi-lich", OTHERS);
        jdbc.sql("update bloc_year set from_date = ?, to_date = ? where code = ?").params(today().minusDays(100), today().plusDays(100), year).update();
        String owed = opened(year, "capnuocbk", 1);
        String reported = opened(year, "capnuocbk", 2);
        report(reported, "canbo.capnuocbk", "DONE", "Đã xong.", null);
        assertThat(foreseen(owed)).containsExactly("Thực hiện kết luận, nhiệm vụ của khối");
        assertThat(foreseen(reported)).containsExactly("Trưởng khối xác nhận kết quả");
    }

    private List<String> foreseen(String code) {
        return dryRun.of(officials.actor("chuyenvien"), today().getYear(), code, null, 50).items().stream().map(YearView.Item::what).toList();
    }

    /** A conference is recorded while the year is being closed: it waits for that, and is refused. */
    @Test
    void noActionOpensBehindTheBackOfAYearThatCloses() {
        String year = composed(2080, "khoi-khep", OTHERS);
        CompletableFuture<Throwable> conference = transaction.execute(closing -> {
            jdbc.sql("update bloc_year set status = 'CLOSED' where code = ?").param(year).update();
            CompletableFuture<Throwable> other = CompletableFuture.supplyAsync(() -> catchThrowable(() -> opened(year, "capnuocbk", 1)));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> other.isDone() || jdbc.sql("select exists (select 1 from pg_locks "
                    + "where not granted and locktype = 'transactionid')").query(Boolean.class).single());
            return other;
        });
        assertThat(conference.join()).isInstanceOf(ConflictRefusal.class);
        assertThat(actions.of(year)).isEmpty();
    }

    @Test
    void anOwnerThatCannotBeGivenWorkIsWaitedForAndSucceeded() {
        String year = composed(2087, UNITS);
        String owner = units.add("viec");
        units.active(owner, false);
        List<String> codes = actions.open(year, "sct", List.of(action(year, owner, 1), action(year, "sxd", 2)));
        assertThat(get(codes.get(0)).status()).isEqualTo(BlocActionStatus.BLOCKED);
        assertTasks(codes.get(1), REPORT);
        failToIncident(codes.get(0), "không còn hoạt động");
        units.active(owner, true);
        retryAsSupervisor(codes.get(0));
        assertTasks(codes.get(0), REPORT);
        assertThat(get(codes.get(0)).status()).isEqualTo(BlocActionStatus.OPEN);

        String heir = units.add("thua");
        successions.declare(officials.actor("admin"), new SuccessionDraft(SuccessionKind.MERGE, List.of(owner), List.of(heir), null, today(),
                "12/QĐ-UBND", today(), "UBND tỉnh", "Sắp xếp tổ chức.", false));
        jobs.runDue();
        assertThat(group(codes.get(0))).isEqualTo(Organisation.unitGroup(heir));
        assertThat(get(codes.get(0)).ownerName()).contains("nay là");
        report(codes.get(0), "canbo." + heir, "DONE", "Đơn vị mới đã làm.", null);
        answer(codes.get(0), "canbo.sct", "APPROVE", null);
        assertThat(get(codes.get(0)).status()).isEqualTo(BlocActionStatus.DONE);
    }

    /** The head unit ends; its work goes to a unit that is not of the bloc, the bloc to its deputy: who confirms is of the bloc. */
    @Test
    void whatWasReportedWaitsForTheUnitThatHeadsTheBlocNow() {
        List<String> all = List.of(units.add("truong"), units.add("pho"), units.add("vien"));
        String heir = units.add("thue");
        String year = composed(2080, "khoi-giai-the", all);
        String waiting = opened(year, all.get(2), 1);
        String own = opened(year, all.get(1), 2);
        String later = opened(year, all.get(2), 3);
        report(waiting, "canbo." + all.get(2), "DONE", "Đã xong.", null);
        report(own, "canbo." + all.get(1), "DONE", "Đã xong.", null);
        assertThat(group(waiting)).isEqualTo(Organisation.unitGroup(all.get(0)));

        successions.declare(officials.actor("admin"), new SuccessionDraft(SuccessionKind.DISSOLVE, List.of(all.get(0)), List.of(), heir, today(),
                "13/QĐ-UBND", today(), "UBND tỉnh", "Giải thể.", false));
        jobs.runDue();

        assertThat(years.get(year).head().unitCode()).isEqualTo(all.get(1));
        assertThat(group(waiting)).isEqualTo(Organisation.unitGroup(all.get(1)));
        assertThat(group(own)).as("its own is confirmed by its heads").isEqualTo(Organisation.leadGroup(all.get(1)));
        report(later, "canbo." + all.get(2), "DONE", "Đã xong.", null);
        assertThat(group(later)).isEqualTo(Organisation.unitGroup(all.get(1)));
        answer(waiting, "canbo." + all.get(1), "APPROVE", null);
        answer(own, "thutruong." + all.get(1), "APPROVE", null);
        assertThat(List.of(get(waiting).status(), get(own).status())).containsOnly(BlocActionStatus.DONE);
    }

    @Test
    void whatIsOpenWhenTheYearClosesEnds() {
        String year = composed(2088, UNITS);
        String open = opened(year, "sxd", 1);
        String reported = opened(year, "stnmt", 2);
        report(reported, "canbo.stnmt", "DONE", "Đã xong.", null);
        years.close(year);
        jobs.runDue();
        assertThat(List.of(open, reported)).allSatisfy(code -> {
            assertThat(get(code).status()).isEqualTo(BlocActionStatus.EXPIRED);
            assertThat(running(code)).isFalse();
        });
        years.close(year);
        assertThatThrownBy(() -> opened(year, "sxd", 3)).isInstanceOf(ConflictRefusal.class).hasMessageContaining("đã khép");
    }

    private String opened(String year, String owner, int no) {
        return actions.open(year, "sct", List.of(action(year, owner, no))).get(0);
    }

    private NewAction action(String year, String owner, int no) {
        return new NewAction(year + "/SK1", no, "Vận động xóa nhà tạm cho hộ nghèo.", owner, today().plusDays(5), ActionKind.SECOND_HALF_TASK);
    }

    private void report(String code, String user, String outcome, String text, LocalDate wanted) {
        Map<String, Object> data = new HashMap<>(Map.of("outcome", outcome, "text", text, "files", List.of()));
        data.put("wantedDue", wanted == null ? null : wanted.toString());
        officials.complete(user, code, REPORT, data);
        jobs.runDue();
    }

    private void answer(String code, String user, String decision, String reason) {
        Map<String, Object> data = new HashMap<>(Map.of("decision", decision));
        data.put("reason", reason);
        officials.complete(user, code, CONFIRM, data);
        jobs.runDue();
    }

    private BlocActionView get(String code) {
        return actions.get(code);
    }

    private LocalDate due(String code) {
        return LocalDate.ofInstant(tasks.createTaskQuery().processInstanceBusinessKey(code).singleResult().getDueDate().toInstant(), clock.getZone());
    }

    private String group(String code) {
        return tasks.getIdentityLinksForTask(tasks.createTaskQuery().processInstanceBusinessKey(code).singleResult().getId()).stream()
                .filter(link -> link.getGroupId() != null).findFirst().orElseThrow().getGroupId();
    }
}
