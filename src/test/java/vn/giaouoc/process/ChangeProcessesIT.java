package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.change.ChangeKind;
import vn.giaouoc.change.Changes;
import vn.giaouoc.change.ChangeView;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.report.Period;
import vn.giaouoc.report.ReportKind;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;

/** Every path of amendments and withdrawals. */
class ChangeProcessesIT extends ProcessTest {

    @Autowired
    private Deadlines deadlines;

    @Test
    void anAmendmentIsApprovedLikeThePlanAndTellsTheUnitsWhatChanged() {
        String code = recorded(Map.of("unitKinds", List.of("MASS_ORGANISATION"), "targets", List.of(
                Map.of("name", "Nhà tạm được xóa", "unit", "nhà", "target", 100, "direction", "UP"))));
        write(code + "/tinhdoan", "canbo.tinhdoan");
        LocalDate end = queries.plan(code).to().plusDays(30);
        begin(code, ChangeKind.AMEND);
        assertThatThrownBy(() -> draft(code, Map.of("reason", "Cho rõ hơn."))).isInstanceOfSatisfying(InvalidInput.class,
                refused -> assertThat(refused.errors()).extracting("message").contains("Kế hoạch chưa có nội dung nào thay đổi."));
        Map<String, Object> amended = Map.of("reason", "Mưa lũ kéo dài.", "to", end.toString(),
                "unitKinds", List.of("MASS_ORGANISATION", "ARMED_FORCES"), "excludedUnits", List.of("hoiphunu"),
                "responseDue", today().plusDays(30).toString(),
                "targets", List.of(Map.of("name", "Nhà tạm được xóa", "unit", "nhà", "target", 120, "direction", "UP")));
        draft(code, amended);
        decide("truongphong", code + "/DC1", "userTask_approveDivision", "RETURN", "DRAFT", "Nêu rõ lý do.");
        draft(code, amended);
        assertThat(queries.plan(code).to()).as("not in force before it is issued").isNotEqualTo(end);
        approveAll(code + "/DC1", "chutich");
        register(code + "/DC1", nextNumber());

        assertThat(queries.plan(code).to()).isEqualTo(end);
        assertThat(papers.get(code + "/DC1").number()).endsWith("/KH-UBND");
        assertThat(changes.get(code, 1).changes()).extracting("part", "before", "after").contains(
                tuple("Chỉ tiêu", "Nhà tạm được xóa: tăng, đạt 100 nhà (cộng các đơn vị)", "Nhà tạm được xóa: tăng, đạt 120 nhà (cộng các đơn vị)"),
                tuple("Đối tượng", null, "Lực lượng vũ trang"),
                tuple("Đơn vị không tham gia", null, "Hội Liên hiệp Phụ nữ tỉnh"));
        unitsAfterTheAmendment(code);
        toldAndRead(code);
        assertThat(periods.get(code, 1).reportDate()).as("the tổng kết moved with the end").isAfter(end);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(code).taskDefinitionKey("userTask_followCampaign").singleResult()
                .getDueDate().toInstant()).as("followed until the report of the moved tổng kết is signed").isEqualTo(follow(periods.get(code, 1).reportDate()));
    }

    /** Consolidation and the chain after the date of the tổng kết. */
    private Instant follow(LocalDate review) {
        Instant consolidated = deadlines.due("REPORT_CONSOLIDATE", deadlines.at(review)).dueAt();
        return deadlines.due("CAMPAIGN_FOLLOW", consolidated).dueAt();
    }

    /** The period is open when the amendment comes into force; after its date nobody is asked to report for it any more. */
    @Test
    void unitsNewInScopeReportForThePeriodThatIsOpen() {
        String code = recorded(Map.of("unitKinds", List.of("MASS_ORGANISATION")));
        past(periods.get(code, 1).reportDate().minusDays(5).atStartOfDay(clock.getZone()).toInstant());
        Period open = periods.get(code, 1);
        begin(code, ChangeKind.AMEND);
        draft(code, Map.of("reason", "Mở rộng đối tượng.", "unitKinds", List.of("MASS_ORGANISATION", "ARMED_FORCES"),
                "excludedUnits", List.of("hoiphunu")));
        approveAll(code + "/DC1", "chutich");
        register(code + "/DC1", nextNumber());

        String joined = Period.caseKey(code, 1) + "/congan";
        assertThat(openTasks(joined)).containsExactly("userTask_writeReport");
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(joined).singleResult().getDueDate().toInstant()).isEqualTo(open.dueAt());
        assertThat(openTasks(Period.caseKey(code, 1) + "/hoiphunu")).as("out of scope").isEmpty();
        assertThat(periods.get(code, 1).total()).as("one left, the armed forces came").isEqualTo(open.total() - 1 + armedForces());
        changes.tellBatch(code, 1, 0);
        assertThat(periods.get(code, 1).total()).as("a repeat changes nothing").isEqualTo(open.total() - 1 + armedForces());

        past(open.dueAt());
        begin(code, ChangeKind.AMEND);
        draft(code, Map.of("reason", "Mở rộng tiếp.", "unitKinds", List.of("MASS_ORGANISATION", "ARMED_FORCES"), "excludedUnits", List.of()));
        approveAll(code + "/DC2", "chutich");
        register(code + "/DC2", nextNumber());
        assertThat(openTasks(Period.caseKey(code, 1) + "/hoiphunu")).as("the date has passed").isEmpty();
    }

    /** An open period stays the same period when its date moves; a consolidated one stands. */
    @Test
    void theOpenPeriodMovesWithItsDateAndNoSecondOneIsOpenedInItsPlace() {
        LocalDate first = today().plusDays(25);
        LocalDate second = today().plusDays(50);
        String code = recorded(Map.of("unitKinds", List.of("MASS_ORGANISATION"), "reportingDates", midterms(first, second)));
        past(first.minusDays(8).atStartOfDay(clock.getZone()).toInstant());
        String unit = Period.caseKey(code, 1) + "/ldld";
        assertThat(openTasks(unit)).containsExactly("userTask_writeReport");
        begin(code, ChangeKind.AMEND);
        refused(code, "reportingDates", "không bỏ được", midterms());
        refused(code, "reportingDates[0].date", "đã qua", midterms(today().minusDays(1), second));
        refused(code, "reportingDates[0].date", "đã qua", midterms(today().minusDays(1), first, second));
        LocalDate moved = first.plusDays(10);
        draft(code, Map.of("reason", "Mưa lũ kéo dài.", "reportingDates", midterms(moved, second)));
        approveAll(code + "/DC1", "chutich");
        register(code + "/DC1", nextNumber());

        assertThat(periods.list(code)).extracting("seq", "status", "reportDate").startsWith(tuple(1, "OPEN", moved), tuple(2, "PLANNED", second));
        Instant due = moved.atTime(17, 0).atZone(clock.getZone()).toInstant();
        assertThat(periods.get(code, 1).dueAt()).isEqualTo(due);
        assertThat(reports.view(code, 1, "ldld").dueAt()).isEqualTo(due);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(unit).singleResult().getDueDate().toInstant()).isEqualTo(due);
        assertThat(dues(unit, "startEvent_late")).containsExactly(due);
        assertThat(dues(unit, "startEvent_remind")).allMatch(remind -> remind.isAfter(first.atStartOfDay(clock.getZone()).toInstant()));
        assertThat(dues(Period.caseKey(code, 1), "timer_reportsDue")).containsExactly(due);
        assertThat(jdbc.sql("select due_at from deadline_basis where case_code = ? and slot = 'REPORT_CONSOLIDATE'").param(Period.caseKey(code, 1))
                .query(Timestamp.class).single().toInstant()).isEqualTo(periods.get(code, 1).consolidateDueAt());

        past(due);
        officials.complete("chuyenvien", Period.caseKey(code, 1), "userTask_consolidateReport", Map.of("overview", "Đúng tiến độ.",
                "results", "Tốt.", "directions", "Tiếp tục."));
        jobs.runDue();
        begin(code, ChangeKind.AMEND);
        refused(code, "reportingDates[0].date", "đã tổng hợp", midterms(moved.plusDays(5), second));
    }

    /** The campaign lasts longer than was planned while its units report for the last time. */
    @Test
    void theOpenTongKetMovesWithTheEndOfTheCampaign() {
        String code = recorded(Map.of("unitKinds", List.of("MASS_ORGANISATION")));
        past(periods.get(code, 1).reportDate().minusDays(5).atStartOfDay(clock.getZone()).toInstant());
        Period open = periods.get(code, 1);
        assertThat(open.status()).isEqualTo("OPEN");
        begin(code, ChangeKind.AMEND);
        LocalDate end = today().plusDays(60);
        refused(code, "reportingDates[0].date", "đã mở", midterms(today().plusDays(30)), "to", end.toString());
        draft(code, Map.of("reason", "Kéo dài phong trào.", "to", end.toString()));
        approveAll(code + "/DC1", "chutich");
        register(code + "/DC1", nextNumber());
        assertThat(periods.list(code)).hasSize(1);
        assertThat(periods.get(code, 1).reportDate()).isAfter(end);
        assertThat(reports.view(code, 1, "ldld").dueAt()).isEqualTo(periods.get(code, 1).dueAt()).isAfter(open.dueAt());
        assertThat(jdbc.sql("select parameter from deadline_basis where case_code = ? and slot = 'REPORT_DUE'").param(Period.caseKey(code, 1))
                .query(String.class).single()).isEqualTo("FINAL_REVIEW");
    }

    private static List<Map<String, String>> midterms(LocalDate... dates) {
        return Stream.of(dates).map(date -> Map.of("kind", "MIDTERM", "date", date.toString())).toList();
    }

    private void refused(String code, String field, String message, List<Map<String, String>> midterms, String... more) {
        Map<String, Object> fields = new HashMap<>(Map.of("reason", "Mưa lũ kéo dài.", "reportingDates", midterms));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        assertThatThrownBy(() -> draft(code, fields)).isInstanceOfSatisfying(InvalidInput.class, refused -> assertThat(refused.errors())
                .singleElement().satisfies(error -> {
                    assertThat(error.field()).isEqualTo(field);
                    assertThat(error.message()).contains(message);
                }));
    }

    private List<Instant> dues(String businessKey, String activity) {
        return management.createJobQuery().processInstanceId(instance(businessKey)).activityId(activity).timers().list().stream()
                .map(timer -> timer.getDuedate().toInstant()).toList();
    }

    private int armedForces() {
        return jdbc.sql("select count(*) from unit where kind = 'ARMED_FORCES' and active").query(Integer.class).single();
    }

    private void unitsAfterTheAmendment(String code) {
        assertThat(openTasks(code + "/congan")).as("new in scope").containsExactly("userTask_writeResponse");
        assertThat(openTasks(code + "/hoiphunu")).as("no longer in scope").isEmpty();
        assertThat(queries.response(code, "hoiphunu")).satisfies(response -> {
            assertThat(response.status()).isEqualTo("CANCELLED");
            assertThat(response.cancelReason()).contains("Không còn thuộc đối tượng");
        });
        assertThat(queries.response(code, "tinhdoan").answer().works()).as("running answers are kept").hasSize(1);
        assertThat(openTasks(code + "/tinhdoan")).containsExactly("userTask_approveResponse");
        assertThat(queries.response(code, "ldld").dueAt()).isEqualTo(queries.summary(officials.actor("giamsat"), code).responseDueAt());
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(code + "/ldld").singleResult().getDueDate().toInstant())
                .isEqualTo(queries.response(code, "ldld").dueAt());
        assertThat(management.createJobQuery().processInstanceId(instance(code + "/ldld")).timers().list())
                .allMatch(timer -> timer.getDuedate().toInstant().isAfter(clock.instant()));
    }

    private void toldAndRead(String code) {
        assertThat(changes.told(code, 1)).isEqualTo(new Changes.Told(5, 0, 0));
        officials.complete("canbo.ldld", ChangeView.caseKey(code, 1) + "/ldld", "userTask_readNotice", Map.of());
        past(tasks.createTaskQuery().processInstanceBusinessKey(ChangeView.caseKey(code, 1) + "/tinhdoan").singleResult().getDueDate()
                .toInstant());
        assertThat(changes.told(code, 1)).isEqualTo(new Changes.Told(5, 1, 4));
        assertThat(openTasks(ChangeView.caseKey(code, 1) + "/tinhdoan")).as("late is listed, not ended").containsExactly("userTask_readNotice");
    }

    @Test
    void aWithdrawalEndsEverythingUnderTheCampaignWithTheReasonAndDeletesNothing() {
        String code = recorded(Map.of("unitKinds", List.of("MASS_ORGANISATION")));
        write(code + "/ldld", "canbo.ldld");
        headDecides(code + "/ldld", "thutruong.ldld", "APPROVE", null);
        past(periods.get(code, 1).reportDate().minusDays(5).atStartOfDay(clock.getZone()).toInstant());
        assertThat(openTasks(Period.caseKey(code, 1) + "/ldld")).containsExactly("userTask_writeReport");
        past(periods.get(code, 1).dueAt());
        begin(code, ChangeKind.WITHDRAW);
        assertThatThrownBy(() -> draft(code, Map.of())).isInstanceOf(InvalidInput.class).hasMessageContaining("Nêu lý do.");
        assertThatThrownBy(() -> draft(code, Map.of("reason", "Trùng.", "legalGrounds", " "))).isInstanceOf(InvalidInput.class)
                .hasMessageContaining("Nhập căn cứ ban hành quyết định.");
        draft(code, Map.of("reason", "Trùng với phong trào của Trung ương."));
        approveAll(code + "/TH1", "chutich");
        register(code + "/TH1", nextNumber());

        assertThat(papers.get(code + "/TH1").number()).endsWith("/QĐ-UBND");
        assertThat(queries.summary(officials.actor("giamsat"), code)).satisfies(summary -> {
            assertThat(summary.status()).isEqualTo("WITHDRAWN");
            assertThat(summary.withdrawReason()).isEqualTo("Trùng với phong trào của Trung ương.");
        });
        assertThat(tasks.createTaskQuery().processInstanceBusinessKeyLike(code + "%").list()).extracting("taskDefinitionKey")
                .containsOnly("userTask_readNotice").hasSize(5);
        assertThat(queries.response(code, "ldld").status()).as("what was answered stays").isEqualTo("ANSWERED");
        assertThat(queries.response(code, "tinhdoan").cancelReason()).contains("Trùng với phong trào");
        assertThat(periods.get(code, 1)).satisfies(period -> {
            assertThat(period.status()).isEqualTo("CANCELLED");
            assertThat(period.kind()).isEqualTo(ReportKind.FINAL);
        });
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(code + "/tinhdoan").singleResult()
                .getDeleteReason()).contains("Trùng với phong trào");
        assertThatThrownBy(() -> begin(code, ChangeKind.AMEND)).isInstanceOf(ConflictRefusal.class);
        changes.stopBatch(code, 0);
        assertThat(changes.told(code, 1).units()).as("a repeated batch tells nobody twice").isEqualTo(5);
    }

    @Test
    void aChangeMayBeGivenUpOrRefusedAndThenAnotherMayBegin() {
        String code = recorded(Map.of("unitKinds", List.of("ARMED_FORCES")));
        Plan before = queries.plan(code);
        assertThatThrownBy(() -> changes.begin(officials.actor("canbo.congan"), code, ChangeKind.AMEND)).isInstanceOf(NotAllowed.class);
        begin(code, ChangeKind.AMEND);
        assertThatThrownBy(() -> begin(code, ChangeKind.WITHDRAW)).isInstanceOf(ConflictRefusal.class).hasMessageContaining("chưa xong");
        draft(code, Map.of("abandon", true));
        assertThat(changes.get(code, 1).status()).isEqualTo("ABANDONED");
        begin(code, ChangeKind.WITHDRAW);
        draft(code, Map.of("reason", "Không còn cần thiết."));
        approve("truongphong", code + "/TH2", "userTask_approveDivision");
        approve("giamdoc", code + "/TH2", "userTask_approveDirector");
        approve("vanphong", code + "/TH2", "userTask_checkForm");
        decide("chutich", code + "/TH2", "userTask_signPaper", "REFUSE", null, "Phong trào vẫn cần thiết.");
        assertThat(changes.get(code, 2).status()).isEqualTo("REFUSED");
        assertThat(queries.plan(code)).isEqualTo(before);
        assertThat(queries.summary(officials.actor("giamsat"), code).status()).isEqualTo("ISSUED");
        assertThatThrownBy(() -> changes.apply(code, 2)).isInstanceOf(ConflictRefusal.class);
        assertThat(changes.begin(officials.actor("chuyenvien"), code, ChangeKind.AMEND)).isEqualTo(3);
    }

    private void begin(String code, ChangeKind kind) {
        changes.begin(officials.actor("chuyenvien"), code, kind);
        jobs.runDue();
    }

    /** The form sends the whole plan; these fields differ from the one in force. */
    private void draft(String code, Map<String, Object> fields) {
        int seq = changes.list(code).size();
        Map<String, Object> data = new HashMap<>(json.convertValue(queries.plan(code), Map.class));
        if (changes.get(code, seq).kind() == ChangeKind.WITHDRAW) {
            data.put("legalGrounds", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;");
        }
        data.putAll(fields);
        officials.complete("chuyenvien", ChangeView.caseKey(code, seq), "userTask_draftChange", data);
        jobs.runDue();
    }
}
