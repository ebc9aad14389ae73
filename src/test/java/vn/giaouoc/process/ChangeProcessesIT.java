package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.campaign.CampaignSummary;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.change.ChangeKind;
import vn.giaouoc.change.Changes;
import vn.giaouoc.change.ChangeView;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.platform.time.DueDates;
import vn.giaouoc.report.Period;
import vn.giaouoc.report.ReportKind;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotAllowed;

/** Every path of amendments and withdrawals. */
class ChangeProcessesIT extends ProcessTest {

    @Autowired
    Deadlines deadlines;
    @Autowired
    List<DueDates> dueDates;

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
        changes.tellBatch(code, 0);
        assertThat(periods.get(code, 1).total()).as("a repeat changes nothing").isEqualTo(open.total() - 1 + armedForces());

        past(open.dueAt());
        begin(code, ChangeKind.AMEND);
        draft(code, Map.of("reason", "Mở rộng tiếp.", "unitKinds", List.of("MASS_ORGANISATION", "ARMED_FORCES"), "excludedUnits", List.of()));
        approveAll(code + "/DC2", "chutich");
        register(code + "/DC2", nextNumber());
        assertThat(openTasks(Period.caseKey(code, 1) + "/hoiphunu")).as("the date has passed").isEmpty();
    }

    @Test
    void anExtendedDeadlineExtendsTheTimeInWhichAnswersAreSentBack() {
        String code = recorded(Map.of("unitKinds", List.of("MASS_ORGANISATION")));
        answered(code, "tinhdoan");
        Instant before = responses.returnableUntil(code);
        amend(code, Map.of("reason", "Lùi hạn trả lời.", "responseDue", today().plusDays(45).toString()));
        Instant until = responses.returnableUntil(code);
        assertThat(until).isEqualTo(deadlines.due("RESPONSE_RETURN_WINDOW", queries.summary(officials.actor("giamsat"), code).responseDueAt()).dueAt());
        assertThat(jdbc.sql("select due_at from deadline_basis where case_code = ? and slot = 'RESPONSE_RETURN_WINDOW'").param(code)
                .query(Timestamp.class).single().toInstant()).as("moved by the calendar from now on").isEqualTo(until);
        past(before);
        responses.returnAnswer(officials.actor("chuyenvien"), code, "tinhdoan", "Bổ sung công trình.");
        jobs.runDue();
        assertThat(openTasks(code + "/tinhdoan")).containsExactly("userTask_writeResponse");
        answered(code, "tinhdoan");
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(code + "/tinhdoan").count()).as("may be sent back again").isOne();
        past(until);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(code + "/tinhdoan").count()).isZero();
    }

    /** A unit taken out of scope comes back, others are new: all of them have time to answer, and report for the open period. */
    @Test
    void unitsThatComeOrComeBackAfterTheDeadlineHaveTimeOfTheirOwnAndReportForTheOpenPeriod() {
        String code = recorded(Map.of("unitKinds", List.of("MASS_ORGANISATION")));
        past(periods.get(code, 1).reportDate().minusDays(12).atStartOfDay(clock.getZone()).toInstant());
        Period open = periods.get(code, 1);
        amend(code, Map.of("reason", "Thu hẹp đối tượng.", "excludedUnits", List.of("hoiphunu")));
        assertThat(reports.view(code, 1, "hoiphunu").status()).isEqualTo("CANCELLED");
        amend(code, Map.of("reason", "Mở rộng đối tượng.", "excludedUnits", List.of(), "unitKinds", List.of("MASS_ORGANISATION", "ARMED_FORCES")));

        Instant due = deadlines.due("RESPONSE_DUE", clock.instant()).dueAt();
        for (String unit : List.of("hoiphunu", "congan")) {
            assertThat(openTasks(code + "/" + unit)).as("asked, not urged").containsExactly("userTask_writeResponse");
            assertThat(queries.response(code, unit).dueAt()).isEqualTo(due);
            assertThat(openTasks(Period.caseKey(code, 1) + "/" + unit)).containsExactly("userTask_writeReport");
        }
        assertThat(periods.get(code, 1).total()).isEqualTo(open.total() + armedForces());
        amend(code, Map.of("reason", "Cho rõ hơn.", "purpose", "Hoàn thành xuất sắc nhiệm vụ."));
        assertThat(queries.response(code, "congan").dueAt()).as("the campaign's deadline has passed").isEqualTo(due);
        assertThat(changes.told(code, 2).units()).as("new units read the plan itself").isEqualTo(4);
        assertThat(changes.told(code, 3).units()).isEqualTo(5 + armedForces());
    }

    /** As after a launch in which a batch failed and a unit has nobody to do its work. */
    @Test
    void unitsThatWaitToBeOpenedFollowAnAmendmentToo() {
        jdbc.sql("update membership set leads = false where user_id = 'thutruong.tinhdoan'").update();
        jobs.tolerate("chưa có thủ trưởng");
        try {
            String code = recorded(Map.of("unitKinds", List.of("MASS_ORGANISATION")));
            for (String unit : List.of("ldld", "hoiphunu")) {
                runtime.deleteProcessInstance(instance(code + "/" + unit), "phép thử");
                jdbc.sql("update participation set status = 'PENDING', opened_at = null where campaign_code = ? and unit_code = ?")
                        .params(code, unit).update();
            }
            amend(code, Map.of("reason", "Lùi hạn trả lời.", "responseDue", today().plusDays(45).toString(), "excludedUnits", List.of("hoiphunu")));
            Instant due = queries.summary(officials.actor("giamsat"), code).responseDueAt();
            assertThat(openTasks(code + "/hoiphunu")).as("not opened any more").isEmpty();
            assertThat(queries.response(code, "hoiphunu").status()).isEqualTo("CANCELLED");
            assertThat(openTasks(code + "/ldld")).containsExactly("userTask_writeResponse");
            assertThat(queries.response(code, "ldld").dueAt()).isEqualTo(due);
            assertThat(queries.response(code, "tinhdoan").dueAt()).isEqualTo(due);
            assertThat(runtime.getVariable(instance(code + "/tinhdoan"), "dueAt")).isEqualTo(Date.from(due));
        } finally {
            jdbc.sql("update membership set leads = true where user_id = 'thutruong.tinhdoan'").update();
            jobs.tolerate(null);
        }
    }

    @Test
    void anotherStandingAgencyFollowsTheCampaignAndConsolidatesItsReports() {
        String code = recorded(Map.of("unitKinds", List.of("ARMED_FORCES")));
        past(periods.get(code, 1).reportDate().minusDays(5).atStartOfDay(clock.getZone()).toInstant());
        assertThat(listed("canbo.syt")).doesNotContain(code);
        amend(code, Map.of("reason", "Giao Sở Y tế.", "themes", List.of(Map.of("theme", "Y tế cơ sở", "agencyCode", "syt"))));
        assertThat(groups(code, "userTask_followCampaign")).containsExactlyInAnyOrder("snv-specialist", "unit-syt");
        assertThat(listed("canbo.syt")).contains(code);
        past(periods.get(code, 1).dueAt());
        assertThat(groups(Period.caseKey(code, 1), "userTask_consolidateReport")).containsExactly("unit-syt");
        amend(code, Map.of("reason", "Giao Sở Tài chính.", "themes", List.of(Map.of("theme", "Y tế cơ sở", "agencyCode", "stc"))));
        assertThat(groups(code, "userTask_followCampaign")).containsExactlyInAnyOrder("snv-specialist", "unit-stc");
        assertThat(groups(Period.caseKey(code, 1), "userTask_consolidateReport")).containsExactly("unit-stc");
        assertThat(listed("canbo.syt")).doesNotContain(code);
    }

    private List<String> listed(String user) {
        return queries.list(officials.actor(user), null, null, null, 0, 200).items().stream().map(CampaignSummary::code).toList();
    }

    private List<String> groups(String businessKey, String userTask) {
        String task = tasks.createTaskQuery().processInstanceBusinessKey(businessKey).taskDefinitionKey(userTask).singleResult().getId();
        return tasks.getIdentityLinksForTask(task).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull).toList();
    }

    @Test
    void theAnswerOfAUnitThatLeftOrOfAWithdrawnCampaignIsNotSentBackNorCounted() {
        String code = recorded(Map.of("unitKinds", List.of("MASS_ORGANISATION")));
        answered(code, "ldld");
        answered(code, "tinhdoan");
        amend(code, Map.of("reason", "Thu hẹp đối tượng.", "excludedUnits", List.of("ldld")));
        assertThatThrownBy(() -> responses.returnAnswer(officials.actor("chuyenvien"), code, "ldld", "Bổ sung."))
                .isInstanceOf(ConflictRefusal.class).hasMessageContaining("Đơn vị không còn tham gia phong trào");
        assertThat(queries.counts(code)).satisfies(counts -> {
            assertThat(counts.total()).isEqualTo(4);
            assertThat(counts.answered()).isEqualTo(1);
        });
        assertThat(queries.responses(officials.actor("chuyenvien"), code, "cancelled", 0, 10).items()).extracting("unitCode", "status")
                .containsExactly(tuple("ldld", "ANSWERED"));

        begin(code, ChangeKind.WITHDRAW);
        draft(code, Map.of("reason", "Trùng với phong trào của Trung ương."));
        approveAll(code + "/TH2", "chutich");
        register(code + "/TH2", nextNumber());
        assertThatThrownBy(() -> responses.returnAnswer(officials.actor("chuyenvien"), code, "tinhdoan", "Bổ sung."))
                .isInstanceOf(ConflictRefusal.class).hasMessageContaining("bị thu hồi");
        assertThat(queries.counts(code).answered()).as("the end takes nothing from what was answered").isEqualTo(1);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKeyLike(code + "/TD1/%").count()).as("notices of what was withdrawn").isZero();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKeyLike(code + "/TD2/%").count()).isEqualTo(4);
    }

    /** Whoever was urged has until the new deadline; then the head is urged anew, whether the first urging was answered or not. */
    @Test
    void aLaterDeadlineEndsTheUrgingAndIsWatchedItself() {
        String code = recorded(Map.of("unitKinds", List.of("MASS_ORGANISATION")));
        past(queries.summary(officials.actor("giamsat"), code).responseDueAt());
        String urged = code + "/tinhdoan";
        String answered = code + "/ldld";
        assertThat(openTasks(urged)).containsExactlyInAnyOrder("userTask_writeResponse", "userTask_urgeUnit");
        officials.complete("thutruong.ldld", answered, "userTask_urgeUnit", Map.of("note", "Thiếu cán bộ.", "promisedDate", today().plusDays(5).toString()));
        amend(code, Map.of("reason", "Lùi hạn trả lời.", "responseDue", today().plusDays(30).toString()));
        for (String key : List.of(urged, answered)) {
            assertThat(openTasks(key)).containsExactly("userTask_writeResponse");
            assertThat(management.createJobQuery().processInstanceId(instance(key)).timers().list()).extracting(Job::getDuedate)
                    .containsOnly(Date.from(queries.response(code, key.substring(code.length() + 1)).dueAt()));
        }
        assertThat(queries.response(code, "tinhdoan").escalatedAt()).isNull();
        past(queries.response(code, "tinhdoan").dueAt());
        for (String key : List.of(urged, answered)) {
            assertThat(openTasks(key)).containsExactlyInAnyOrder("userTask_writeResponse", "userTask_urgeUnit");
        }
        assertThat(queries.response(code, "tinhdoan").escalatedAt()).isNotNull();
        answered(code, "tinhdoan");
        assertThat(openTasks(urged)).isEmpty();
    }

    /** A batch that is repeated days later gives its units their own time; nobody else's day changes, in no table. */
    @Test
    void whoIsToldOfAnAmendmentLaterHasADayOfItsOwn() {
        String code = recorded(Map.of("unitKinds", List.of("MASS_ORGANISATION")));
        amend(code, Map.of("reason", "Cho rõ hơn.", "purpose", "Hoàn thành xuất sắc nhiệm vụ."));
        String change = code + "/TD1";
        Instant first = deadlines.of(change).standing("CHANGE_NOTICE").orElseThrow();
        // As if the batch of this unit had failed: it was not told.
        jdbc.sql("delete from change_notice where campaign_code = ? and unit_code = 'ldld'").param(code).update();
        runtime.deleteProcessInstance(instance(change + "/ldld"), "end of the first try");
        changes.tellBatch(code, jdbc.sql("select batch from participation where campaign_code = ? and unit_code = 'ldld'").param(code)
                .query(Integer.class).single());
        assertThat(noticeDue(code, "ldld")).as("on the same day the same").isEqualTo(first);

        jdbc.sql("delete from change_notice where campaign_code = ? and unit_code = 'ldld'").param(code).update();
        runtime.deleteProcessInstance(instance(change + "/ldld"), "end of the second try");
        forward(Duration.ofDays(4));
        changes.tellBatch(code, jdbc.sql("select batch from participation where campaign_code = ? and unit_code = 'ldld'").param(code)
                .query(Integer.class).single());
        Instant own = noticeDue(code, "ldld");
        assertThat(own).isAfter(first);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(change + "/ldld").singleResult().getDueDate().toInstant()).isEqualTo(own);
        assertThat(noticeDue(code, "tinhdoan")).isEqualTo(first);
        assertThat(deadlines.of(change).standing("CHANGE_NOTICE")).contains(first);
        assertThat(deadlines.of(change + "/ldld").standing("CHANGE_NOTICE")).contains(own);
        dueDates.forEach(room -> room.move(change, "CHANGE_NOTICE", first, first.plus(Duration.ofDays(1))));
        dueDates.forEach(room -> room.move(change + "/ldld", "CHANGE_NOTICE", own, own.plus(Duration.ofDays(1))));
        assertThat(noticeDue(code, "tinhdoan")).isEqualTo(first.plus(Duration.ofDays(1)));
        assertThat(noticeDue(code, "ldld")).isEqualTo(own.plus(Duration.ofDays(1)));
    }

    private Instant noticeDue(String code, String unit) {
        return jdbc.sql("select due_at from change_notice where campaign_code = ? and unit_code = ?").params(code, unit).query(Timestamp.class).single()
                .toInstant();
    }

    @Test
    void unitsReadOfEachAmendmentThoughTheTellingOfOneFailed() {
        String code = recorded(Map.of("unitKinds", List.of("ARMED_FORCES")));
        jdbc.sql("update deadline_parameter set code = 'HIDDEN' where code = 'CHANGE_NOTICE'").update();
        jobs.tolerate("CHANGE_NOTICE");
        try {
            amend(code, Map.of("reason", "Cho rõ hơn.", "purpose", "Hoàn thành xuất sắc nhiệm vụ."));
        } finally {
            jdbc.sql("update deadline_parameter set code = 'CHANGE_NOTICE' where code = 'HIDDEN'").update();
            jobs.tolerate(null);
        }
        assertThat(changes.told(code, 1).units()).isZero();
        amend(code, Map.of("reason", "Cho rõ hơn nữa.", "purpose", "Hoàn thành vượt mức nhiệm vụ."));
        assertThat(changes.told(code, 1).units()).isEqualTo(armedForces());
        assertThat(changes.told(code, 2).units()).isEqualTo(armedForces());
    }

    private void answered(String code, String unit) {
        write(code + "/" + unit, "canbo." + unit);
        headDecides(code + "/" + unit, "thutruong." + unit, "APPROVE", null);
    }

    private void amend(String code, Map<String, Object> fields) {
        begin(code, ChangeKind.AMEND);
        draft(code, fields);
        String paper = code + "/DC" + changes.list(code).size();
        approveAll(paper, "chutich");
        register(paper, nextNumber());
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
