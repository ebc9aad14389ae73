package vn.giaouoc.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.giaouoc.action.BlocActions;
import vn.giaouoc.calendar.CalendarEdit.ParameterEdit;
import vn.giaouoc.calendar.ChangeView;
import vn.giaouoc.change.ChangeKind;
import vn.giaouoc.midyear.MidYearReport;
import vn.giaouoc.midyear.MidYearReports;
import vn.giaouoc.report.Period;
import vn.giaouoc.workflow.calendar.Slots;
import vn.giaouoc.workflow.calendar.Slots.Held;

/**
 * Of every kind of deadline in the ledger an open one is moved by a change of its parameter: in the ledger, in its room's tables, in the
 * engine's variable, task and timer; and the change says so. A new kind fails until it is in the table and a case of it is open below.
 */
class EveryDeadlineMovesIT extends CalendarTest {

    private static final String LOCAL = " + time '17:00') at time zone 'Asia/Ho_Chi_Minh'";

    /**
     * Where a deadline stands beside the ledger and its variable.
     *
     * @param rows the moments in the room's tables, of case {@code :case}; null: none
     */
    private record Kind(boolean task, boolean timer, String rows) {
    }

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            task("CAMPAIGN_DRAFT", null),
            both("CAMPAIGN_COMMENT", "select comment_due_at from campaign where code = :case"),
            both("PAPER_STEP", null),
            task("SUPPLY_NUMBER", null),
            task("CAMPAIGN_FOLLOW", null),
            both("RESPONSE_DUE", "select response_due_at from campaign where code = :case union all select due_at from participation "
                    + "where campaign_code = :case and status in ('OPEN', 'SUBMITTED')"),
            timer("RESPONSE_REMIND", null),
            task("RESPONSE_URGE", null),
            timer("RESPONSE_RETURN_WINDOW", "select return_until from campaign where code = :case"),
            timer("REPORT_OPEN", null),
            Map.entry("FINAL_REVIEW", new Kind(false, false, "select (report_date" + LOCAL + " from reporting_period where campaign_code = :case")),
            both("REPORT_DUE", "select due_at from reporting_period where campaign_code || '/KY' || seq = :case union all select due_at from "
                    + "unit_report where campaign_code || '/KY' || seq = :case union all select (report_date" + LOCAL
                    + " from reporting_period where campaign_code || '/KY' || seq = :case"),
            timer("REPORT_REMIND", null),
            both("REPORT_CONSOLIDATE", "select consolidate_due_at from reporting_period where campaign_code || '/KY' || seq = :case"),
            both("CHANGE_NOTICE", "select due_at from change_notice where campaign_code || '/TD' || seq = :case"),
            timer("CAMPAIGN_ARCHIVE", null),
            task("BLOC_DRAFT", null),
            task("COVENANT_HEAD", null),
            both("COVENANT_COMMENT", "select comment_due_at from covenant where bloc_year || '/GU' || version = :case"),
            timer("COVENANT_COMMENT_REMIND", null),
            both("COVENANT_REGISTER", "select register_due_at from covenant where bloc_year || '/GU' || version = :case"),
            timer("COVENANT_REGISTER_REMIND", null),
            both("COVENANT_SIGN", "select sign_due_at from covenant where bloc_year || '/GU' || version = :case"),
            timer("COVENANT_SIGN_REMIND", null),
            task("COVENANT_ANNEX", "select due_at from covenant_annex where bloc_year || '/GU' || version || '/PL' || seq = :case"),
            task("COVENANT_OFFICE", null),
            timer("REVIEW_BEGIN", null),
            both("REVIEW_REPORT", "select reports_due_at from review where bloc_year || '/SK' || seq = :case"),
            timer("REVIEW_REPORT_REMIND", null),
            both("REVIEW_INSPECT", "select inspections_due_at from review where bloc_year || '/SK' || seq = :case"),
            task("REVIEW_HEAD", null),
            task("REVIEW_SIGN", null),
            task("REVIEW_RECEIVE", null),
            task("ACTION_CONFIRM", null),
            timer("MID_YEAR_OPEN", "select opens_at from mid_year_report where code = :case"),
            both("MID_YEAR_REPORT", "select due_at from mid_year_report where code = :case"));

    /** A deadline before the change. */
    private record Standing(String slot, Instant due, List<InstanceOf> instances, List<Task> tasks, List<Job> timers) {
    }

    private record InstanceOf(ProcessInstance instance, Held held) {
    }

    private record Basis(String slot, String parameter, String rule, Instant dueAt) {
    }

    @Autowired
    MidYearReports midYearReports;
    @Autowired
    BlocActions actions;

    private final Set<String> moved = new TreeSet<>();
    private final Map<String, Integer> more = new HashMap<>();

    @Test
    void everyKindOfDeadlineMovesWhereverItStands() {
        assertThat(KINDS.keySet()).as("kinds of deadlines").containsAll(Slots.ALL.keySet());
        awayFromTheYearsEnd();
        jdbc.sql("delete from deadline_basis").update(); // what other tests left open shall not move along
        drafts();
        campaign();
        covenant();
        review();
        assertThat(moved).as("kinds of which an open one was moved").isEqualTo(new TreeSet<>(KINDS.keySet()));
    }

    private void drafts() {
        String code = officials.start("chuyenvien", Map.of("route", "HERE", "type", "PEAK", "title", TITLE));
        jobs.runDue();
        moves(code, "CAMPAIGN_DRAFT");
        moves(draft(Map.of("commentUnits", List.of("sgddt", "syt"))), "CAMPAIGN_COMMENT");
        moves(paper(draft(Map.of())), "PAPER_STEP");
        moves(officials.start("chuyenvien", "bloc-composition", Map.of("route", "OUTSIDE", "year", 2093)), "BLOC_DRAFT");
    }

    private void campaign() {
        String code = issuedWithoutNumber(Map.of("unitKinds", List.of("MASS_ORGANISATION"), "from", today().plusDays(1).toString(),
                "to", today().plusDays(20).toString()));
        write(code + "/ldld", "canbo.ldld");
        headDecides(code + "/ldld", "thutruong.ldld", "APPROVE", null);
        moves(code, "SUPPLY_NUMBER", "RESPONSE_DUE", "RESPONSE_REMIND", "RESPONSE_RETURN_WINDOW", "REPORT_OPEN", "FINAL_REVIEW",
                "CAMPAIGN_FOLLOW");
        past(variable(code + "/tinhdoan", "dueAt"));
        moves(code + "/tinhdoan", "RESPONSE_URGE");

        past(variable(code, "reportOpensAt"));
        String period = Period.caseKey(code, 1);
        moves(period, "REPORT_DUE", "REPORT_REMIND");
        past(periods.get(code, 1).dueAt());
        moves(period, "REPORT_CONSOLIDATE");

        changes.begin(officials.actor("chuyenvien"), code, ChangeKind.WITHDRAW);
        jobs.runDue();
        String change = code + "/TD1";
        moves(change, "CAMPAIGN_DRAFT");
        Map<String, Object> withdrawal = new HashMap<>(json.convertValue(queries.plan(code), Map.class));
        withdrawal.put("legalGrounds", "Căn cứ Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022;");
        withdrawal.put("reason", "Trùng với phong trào của Trung ương.");
        officials.complete("chuyenvien", change, "userTask_draftChange", withdrawal);
        jobs.runDue();
        approveAll(code + "/TH1", "chutich");
        officials.complete("vanthu", code + "/TH1", "userTask_registerPaper", Map.of("decision", "REGISTER", "number", nextNumber(),
                "issueDate", today().toString(), "reasons", Map.of("C05", "Ban hành ngày nghỉ."), "files", List.of(file("vanthu"))));
        jobs.runDue();
        moves(change, "CHANGE_NOTICE");
        moves(code, "CAMPAIGN_ARCHIVE");
    }

    private void covenant() {
        List<String> units = List.of("sct", "sxd", "sgtvt");
        String key = begun(2006, units);
        moves(key, "COVENANT_HEAD");
        draft(key, "sct");
        moves(key, "COVENANT_COMMENT", "COVENANT_COMMENT_REMIND");
        units.forEach(unit -> comment(key, unit, true, null));
        revise(key, "sct");
        moves(key, "COVENANT_REGISTER", "COVENANT_REGISTER_REMIND");
        units.forEach(unit -> register(key, unit));
        hold(key, units, true);
        moves(key, "COVENANT_SIGN", "COVENANT_SIGN_REMIND");
        units.forEach(unit -> sign(key, unit));
        succeeded("sgtvt", "stttt");
        moves(key + "/PL1", "COVENANT_ANNEX");
        signAnnex(key, "PL1", "stttt");
        moves(key, "COVENANT_OFFICE");
    }

    private void review() {
        List<String> units = List.of("sct", "sxd");
        String year = recordedYear(2093, units);
        moves(year, "REVIEW_BEGIN");
        String province = MidYearReport.of(years.get(year).compositionCode());
        moves(province, "MID_YEAR_OPEN");
        midYearReports.open(officials.actor("chuyenvien"), years.get(year).compositionCode());
        jobs.runDue();
        moves(province, "MID_YEAR_REPORT");

        lasts(year, today().minusDays(100), today().plusDays(200));
        reviewPlans.set(officials.actor("canbo.sct"), year, null, true);
        String key = begunReview(year, "sct");
        moves(key, "REVIEW_REPORT", "REVIEW_REPORT_REMIND");
        reportAll(key, units);
        moves(key, "REVIEW_HEAD");
        decide("canbo.sct", key, "userTask_assignInspections", Map.of("pairs", inspections.drawn(key), "reasons",
                Map.of("B17", "Khối chỉ có hai đơn vị.")));
        moves(key, "REVIEW_INSPECT");
        past(review(key).inspectionsDueAt());
        consolidate(key, "sct", Map.of());
        holdReview(key, "sct", Map.of());
        String action = actions.of(year).stream().filter(one -> "sxd".equals(one.ownerUnit())).findFirst().orElseThrow().code();
        officials.complete("canbo.sxd", action, "userTask_reportAction", Map.of("outcome", "DONE", "text", "Đã làm xong.", "files", List.of()));
        jobs.runDue();
        moves(action, "ACTION_CONFIRM");
        draftReport(key, "sct");
        moves(key, "REVIEW_SIGN");
        signReport(key, "sct");
        moves(key, "REVIEW_RECEIVE");
    }

    // ---- words ------------------------------------------------------------------------------------------------------

    /** These deadlines of a case get other days, and stand at their new date wherever they stood at the old one. */
    private void moves(String caseCode, String... slots) {
        List<Standing> before = Arrays.stream(slots).map(slot -> standing(caseCode, slot)).toList();
        ChangeView change;
        try {
            change = calendar.get(officials.actor("chuyenvien"), changed(parameters(otherDays(caseCode, slots))));
        } finally {
            theProductsOwnTable();
        }
        var softly = new SoftAssertions();
        before.forEach(one -> moved(softly, caseCode, one, change));
        softly.assertAll();
        moved.addAll(List.of(slots));
    }

    private Standing standing(String caseCode, String slot) {
        Instant due = basis(caseCode, slot).dueAt();
        List<InstanceOf> instances = Slots.ALL.getOrDefault(slot, List.of()).stream().flatMap(held -> runtime.createProcessInstanceQuery()
                .processDefinitionKey(held.process()).variableValueEquals(held.variable(), Date.from(due)).list().stream()
                .filter(instance -> (instance.getBusinessKey() + "/").startsWith(caseCode + "/"))
                .map(instance -> new InstanceOf(instance, held))).toList();
        return new Standing(slot, due, instances, each(instances, instance -> tasks.createTaskQuery().processInstanceId(instance)
                .dueDate(Date.from(due)).list()), each(instances, instance -> management.createJobQuery().processInstanceId(instance)
                .timers().list().stream().filter(job -> job.getDuedate().getTime() == due.toEpochMilli()).toList()));
    }

    private static <T> List<T> each(List<InstanceOf> instances, Function<String, List<T>> of) {
        return instances.stream().map(one -> one.instance().getId()).distinct().flatMap(id -> of.apply(id).stream()).toList();
    }

    /** New rows of the parameters, from a day on that is before everything the tests count; each time of a parameter another one. */
    private List<ParameterEdit> otherDays(String caseCode, String... slots) {
        Set<String> done = new TreeSet<>();
        List<ParameterEdit> edits = new ArrayList<>();
        for (String slot : slots) {
            Basis basis = basis(caseCode, slot);
            if (basis.rule().equals("AFTER") && done.add(basis.parameter())) {
                int days = (basis.parameter().equals("CAMPAIGN_ARCHIVE") ? -10 : 2) * more.merge(basis.parameter(), 1, Integer::sum); // 365 at most
                edits.add(jdbc.sql("select working_days, calendar_days, valid_from from deadline_parameter where code = ? and valid_from <= ? "
                        + "order by valid_from desc limit 1").params(basis.parameter(), today()).query((row, n) -> new ParameterEdit(basis.parameter(), row.getInt(1) + days,
                        row.getBoolean(2), "Quy chế mới", true, row.getObject(3, LocalDate.class).plusDays(1))).single());
            }
        }
        return edits;
    }

    private void moved(SoftAssertions softly, String caseCode, Standing old, ChangeView change) {
        String what = caseCode + " " + old.slot();
        Kind kind = KINDS.get(old.slot());
        Instant now = basis(caseCode, old.slot()).dueAt();
        softly.assertThat(now).as("%s in the ledger", what).isNotEqualTo(old.due());
        softly.assertThat(change.moved()).as("%s on the page", what).filteredOn(one -> one.move().caseCode().equals(caseCode)
                && one.move().slot().equals(old.slot())).hasSize(1).allSatisfy(one -> {
                    assertThat(one.outcome()).isEqualTo("MOVED");
                    assertThat(one.move().oldDueAt()).isEqualTo(old.due());
                    assertThat(one.move().newDueAt()).isEqualTo(now);
                    assertThat(one.move().tasks().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(old.tasks().size());
                });
        softly.assertThat(old.instances().isEmpty()).as("%s is in a variable", what).isEqualTo(!Slots.ALL.containsKey(old.slot()));
        softly.assertThat(old.instances()).as("%s in the variable", what).allSatisfy(one -> assertThat(runtime.getVariable(one.instance().getId(),
                one.held().variable())).isEqualTo(Date.from(now)));
        softly.assertThat(old.tasks().isEmpty()).as("%s has a task", what).isEqualTo(!kind.task());
        softly.assertThat(old.tasks()).as("%s in the task", what).allSatisfy(task -> assertThat(tasks.createTaskQuery().taskId(task.getId())
                .singleResult().getDueDate()).isEqualTo(Date.from(now)));
        softly.assertThat(old.timers().isEmpty()).as("%s has a timer", what).isEqualTo(!kind.timer());
        softly.assertThat(old.timers()).as("%s in the timer", what).allSatisfy(timer -> assertThat(management.createJobQuery().jobId(timer.getId())
                .singleResult().getDuedate()).isEqualTo(Date.from(now)));
        if (kind.rows() != null) {
            softly.assertThat(jdbc.sql(kind.rows()).param("case", caseCode).query(Timestamp.class).list()).as("%s in the tables", what).isNotEmpty()
                    .containsOnly(Timestamp.from(now));
        }
    }

    private Basis basis(String caseCode, String slot) {
        return jdbc.sql("select slot, parameter, rule, due_at from deadline_basis where case_code = ? and slot = ?").params(caseCode, slot)
                .query((row, n) -> new Basis(row.getString(1), row.getString(2), row.getString(3), row.getTimestamp(4).toInstant())).optional()
                .orElseThrow(() -> new AssertionError(caseCode + " has no " + slot));
    }

    private String issuedWithoutNumber(Map<String, Object> fields) {
        String code = officials.start("chuyenvien", Map.of("route", "OUTSIDE", "type", "PEAK", "title", TITLE));
        jobs.runDue();
        Map<String, Object> data = planData();
        data.putAll(Map.of("issuer", "UBND tỉnh", "issueDate", today().toString(), "signerName", "Nguyễn Văn Thành", "signerTitle", "Chủ tịch",
                "numberUnknown", true, "files", List.of(file("chuyenvien")), "reasons", Map.of("C04", "Bản đăng trên báo không ghi số.")));
        data.putAll(fields);
        officials.complete("chuyenvien", code, "userTask_recordPlan", data);
        jobs.runDue();
        return code;
    }

    private static Map.Entry<String, Kind> task(String slot, String rows) {
        return Map.entry(slot, new Kind(true, false, rows));
    }

    private static Map.Entry<String, Kind> timer(String slot, String rows) {
        return Map.entry(slot, new Kind(false, true, rows));
    }

    private static Map.Entry<String, Kind> both(String slot, String rows) {
        return Map.entry(slot, new Kind(true, true, rows));
    }
}
