package vn.giaouoc.hostile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import vn.giaouoc.campaign.Campaigns;
import vn.giaouoc.change.ChangeKind;
import vn.giaouoc.change.Changes;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.platform.time.TrialClock;
import vn.giaouoc.report.Period;
import vn.giaouoc.report.Periods;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;

/**
 * Cases that stand at every user task there is, each with what a careful official would hand in. No bean: the tests make one for
 * themselves, so that all of them share one application.
 */
class LiveCases extends LiveWork {

    static final String AVERAGE = "Tỷ lệ hộ đạt chuẩn";
    static final String SUM = "Nhà tạm được xóa";
    static final String PROVINCE = "Chỉ số hài lòng";

    private final Changes changes;
    private final Periods periods;

    LiveCases(Officials officials, Jobs jobs, Attachments attachments, Changes changes, Periods periods, TaskService tasks,
              TrialClock trialClock, Clock clock) {
        super(officials, jobs, attachments, tasks, trialClock, clock);
        this.changes = changes;
        this.periods = periods;
    }

    /** An open task in the hands of somebody, with data its form takes. */
    record Live(String form, String user, String taskId, Map<String, Object> data, Runnable before) {

        Live(String form, String user, String taskId, Map<String, Object> data) {
            this(form, user, taskId, data, () -> { });
        }

        /** The person proves anew who it is, each time it hands the form in. */
        Live provenBy(Runnable proof) {
            return new Live(form, user, taskId, data, proof);
        }
    }

    List<Live> all() {
        past(today().withDayOfYear(40).atStartOfDay(clock.getZone()).toInstant()); // deadlines count back, not into a year before the table
        List<Live> live = new ArrayList<>();
        drafts(live);
        papers(live);
        String code = recorded();
        answers(code, live);
        reports(code, live);
        change(code, live);
        blocs(live);
        return live;
    }

    /** A composition of blocs that is drafted. @return its code */
    String composition() {
        String code = officials.start("chuyenvien", "bloc-composition", Map.of("route", "HERE", "year", 2098));
        jobs.runDue();
        return code;
    }

    /** A campaign with answers, works, reports and an amendment. @return its code */
    String campaign() {
        past(today().withDayOfYear(40).atStartOfDay(clock.getZone()).toInstant());
        String code = recorded();
        answers(code, new ArrayList<>());
        reports(code, new ArrayList<>());
        return code;
    }

    private void drafts(List<Live> live) {
        live.add(held("campaign/draftPlan", "chuyenvien", started("HERE"), draft()));
        String commented = started("HERE");
        complete("chuyenvien", commented, "userTask_draftPlan", draft());
        live.add(held("campaign/commentPlan", "canbo.syt", commented, Map.of("agree", false, "text", "Bổ sung chỉ tiêu.",
                "files", List.of(file("canbo.syt")))));
        String finished = started("HERE");
        complete("chuyenvien", finished, "userTask_draftPlan", without(draft(), "commentUnits"));
        decide("truongphong", finished, "userTask_approveDivision", "RETURN", "DRAFT");
        live.add(held("campaign/finishPlan", "chuyenvien", finished, without(draft(), "commentUnits")));
        Map<String, Object> outside = outside("881/KH-UBND", false);
        outside.put("responseDue", today().plusDays(40).toString());
        live.add(held("campaign/recordPlan", "chuyenvien", started("OUTSIDE"), outside));
    }

    /** One paper at each step of the chain. */
    private void papers(List<Live> live) {
        Map<String, Object> back = Map.of("decision", "RETURN", "returnTo", "DRAFT", "reason", "Nêu rõ hơn.");
        live.add(held("paper-approval/approveDivision", "truongphong", paperAt(0), back));
        live.add(held("paper-approval/approveDirector", "giamdoc", paperAt(1), back));
        live.add(held("paper-approval/checkForm", "vanphong", paperAt(2), back));
        live.add(held("paper-approval/signPaper", "chutich", paperAt(3), back));
        live.add(held("paper-approval/registerPaper", "vanthu", paperAt(4), Map.of("decision", "REGISTER", "number", "882", "issueDate",
                today().toString(), "files", List.of(file("vanthu")), "reasons", Map.of("C05", "Ban hành ngày nghỉ."))));
    }

    private String paperAt(int step) {
        String code = started("HERE");
        complete("chuyenvien", code, "userTask_draftPlan", without(draft(), "commentUnits"));
        List<String> people = List.of("truongphong", "giamdoc", "vanphong", "chutich");
        List<String> steps = List.of("userTask_approveDivision", "userTask_approveDirector", "userTask_checkForm", "userTask_signPaper");
        for (int i = 0; i < step; i++) {
            decide(people.get(i), code, steps.get(i), "APPROVE", null);
        }
        return Campaigns.paperOf(code);
    }

    /** A campaign issued outside under an unknown number; units answer at once, reports open soon after. */
    private String recorded() {
        String code = started("OUTSIDE");
        complete("chuyenvien", code, "userTask_recordPlan", outside(null, true));
        return code;
    }

    private void answers(String code, List<Live> live) {
        live.add(held("campaign/supplyNumber", "vanthu", code, Map.of("number", "883/KH-UBND")));
        live.add(held("campaign/followCampaign", "chuyenvien", code, Map.of("conclusion", "Phong trào đạt mục tiêu.")));
        complete("canbo.ldld", code + "/ldld", "userTask_writeResponse", answer("canbo.ldld"));
        live.add(held("unit-response/approveResponse", "thutruong.ldld", code + "/ldld", Map.of("decision", "RETURN", "reason", "Bổ sung.")));
        live.add(held("unit-response/writeResponse", "canbo.tinhdoan", code + "/tinhdoan", answer("canbo.tinhdoan")));
        past(today().plusDays(1).atTime(17, 0).atZone(clock.getZone()).toInstant());
        live.add(held("unit-response/urgeUnit", "thutruong.hoinongdan", code + "/hoinongdan",
                Map.of("note", "Thiếu cán bộ.", "promisedDate", today().plusDays(40).toString())));
    }

    private void reports(String code, List<Live> live) {
        complete("canbo.hoiphunu", Period.caseKey(code, 1) + "/hoiphunu", "userTask_writeReport", report("canbo.hoiphunu"));
        live.add(held("unit-report/approveReport", "thutruong.hoiphunu", Period.caseKey(code, 1) + "/hoiphunu",
                Map.of("decision", "RETURN", "reason", "Bổ sung điển hình.")));
        live.add(held("unit-report/writeReport", "canbo.ubmttq", Period.caseKey(code, 1) + "/ubmttq", report("canbo.ubmttq")));
        past(periods.get(code, 1).dueAt());
        live.add(held("campaign-report/consolidateReport", "chuyenvien", Period.caseKey(code, 1), Map.of("overview", "Đúng tiến độ.",
                "results", "Nhiều mô hình tốt.", "limitations", "Còn chậm.", "directions", "Tiếp tục.", "proposals", "Không.",
                "figures", Map.of(PROVINCE, 85.5), "files", List.of(file("chuyenvien")))));
    }

    /** An amendment that is told, then another one that is drafted. */
    private void change(String code, List<Live> live) {
        changes.begin(officials.actor("chuyenvien"), code, ChangeKind.AMEND);
        jobs.runDue();
        complete("chuyenvien", code + "/TD1", "userTask_draftChange", amended("Mưa lũ.", 70));
        decide("truongphong", code + "/DC1", "userTask_approveDivision", "APPROVE", null);
        decide("giamdoc", code + "/DC1", "userTask_approveDirector", "APPROVE", null);
        decide("vanphong", code + "/DC1", "userTask_checkForm", "APPROVE", null);
        decide("chutich", code + "/DC1", "userTask_signPaper", "APPROVE", null);
        complete("vanthu", code + "/DC1", "userTask_registerPaper", Map.of("decision", "REGISTER", "number", "884",
                "issueDate", today().toString(), "files", List.of(file("vanthu"))));
        live.add(held("unit-notice/readNotice", "canbo.ldld", code + "/TD1/ldld", Map.of()));
        changes.begin(officials.actor("chuyenvien"), code, ChangeKind.AMEND);
        jobs.runDue();
        live.add(held("campaign-change/draftChange", "chuyenvien", code + "/TD2", amended("Bổ sung nội dung.", 75)));
    }

    /** Compositions at each of their tasks; what is followed belongs to a period that has ended. */
    private void blocs(List<Live> live) {
        live.add(held("bloc-composition/draftComposition", "chuyenvien", composition(), blocs("phep-thu-mot", "bchqs", "congan")));
        live.add(held("bloc-composition/recordComposition", "chuyenvien", composedOutside(2097), blocsOutside("885", "phep-thu-hai", "bchqs", "congan")));
        String ended = composedOutside(2010);
        complete("chuyenvien", ended, "userTask_recordComposition", blocsOutside("886", "phep-thu-ba", "dienlucbk", "capnuocbk"));
        live.add(held("bloc-composition/followBlocs", "chuyenvien", ended, Map.of("conclusion", "Hoạt động đúng quy chế.")));
    }

    private String composedOutside(int year) {
        String code = officials.start("chuyenvien", "bloc-composition", Map.of("route", "OUTSIDE", "year", year));
        jobs.runDue();
        return code;
    }

    private Map<String, Object> blocs(String code, String head, String member) {
        Map<String, Object> bloc = new HashMap<>(Map.of("blocCode", code, "kind", "KHOI", "name", "Khối của phép thử", "rules", "Họp mỗi quý.",
                "members", List.of(Map.of("unit", head, "role", "HEAD"), Map.of("unit", member, "role", "DEPUTY"))));
        bloc.put("criteria", List.of(Map.of("code", "A", "name", "Nhiệm vụ chính trị", "max", 100, "scoredBy", "Sở Nội vụ"),
                Map.of("code", "A1", "parent", "A", "name", "Chỉ tiêu được giao", "max", 100, "scoredBy", "Sở Tài chính")));
        return new HashMap<>(Map.of("abandon", false, "title", "Về việc kiện toàn các khối thi đua", "legalGrounds", "Căn cứ Luật.",
                "blocs", List.of(bloc), "reasons", Map.of("B11", "Theo chỉ đạo."), "files", List.of(file("chuyenvien"))));
    }

    private Map<String, Object> blocsOutside(String number, String code, String head, String member) {
        Map<String, Object> data = blocs(code, head, member);
        data.putAll(Map.of("issuer", "UBND tỉnh", "number", number + "/QĐ-UBND", "issueDate", today().toString(), "signerName", "Nguyễn Văn Thành",
                "signerTitle", "Chủ tịch"));
        return data;
    }

    // ---- what people hand in ----------------------------------------------------------------------------------------

    private Map<String, Object> plan() {
        LocalDate from = today().plusDays(1);
        Map<String, Object> plan = new HashMap<>(Map.of("type", "REGULAR", "title", "Phong trào của phép thử", "legalGrounds", "Căn cứ Luật.",
                "purpose", "Hoàn thành nhiệm vụ.", "slogan", "Đoàn kết.", "from", from.toString(), "to", from.plusDays(60).toString()));
        plan.put("occasions", List.of(Map.of("name", "Quốc khánh", "date", from.plusDays(10).toString())));
        plan.put("finalReviewDate", from.plusDays(65).toString());
        plan.put("contentItems", List.of("Thi đua hoàn thành các chỉ tiêu."));
        plan.put("unitKinds", List.of("MASS_ORGANISATION", "COMMUNE"));
        plan.put("excludedUnits", List.of("xabangvan"));
        plan.put("otherSubjects", List.of(Map.of("name", "Thôn Nà Bản", "communeCode", "xanhuco")));
        plan.put("targets", List.of(target(AVERAGE, "%", "AVERAGE"), target(SUM, "nhà", "SUM"), target(PROVINCE, "điểm", "PROVINCE")));
        plan.put("quotas", List.of(Map.of("object", "COLLECTIVE", "award", "Bằng khen", "limitKind", "COUNT", "limit", 10)));
        plan.put("reportingDates", List.of(Map.of("kind", "MIDTERM", "date", from.plusDays(11).toString())));
        return plan;
    }

    private static Map<String, Object> target(String name, String unit, String aggregation) {
        return Map.of("name", name, "unit", unit, "baseline", 80, "target", 90, "direction", "UP", "aggregation", aggregation);
    }

    private Map<String, Object> draft() {
        Map<String, Object> draft = plan();
        draft.put("themes", List.of(Map.of("theme", "Chuyển đổi số", "agencyCode", "stttt")));
        draft.put("parents", List.of(parent()));
        draft.put("responseDue", today().plusDays(40).toString());
        draft.put("commentUnits", List.of("syt"));
        draft.put("commentDays", 60);
        draft.put("reasons", Map.of("C02", "Theo chỉ đạo."));
        draft.put("files", List.of(file("chuyenvien")));
        return draft;
    }

    private String parent() {
        return officials.start("chuyenvien", Map.of("route", "HERE", "type", "REGULAR", "title", "Phong trào cấp trên"));
    }

    private Map<String, Object> outside(String number, boolean unknown) {
        Map<String, Object> data = plan();
        data.put("responseDue", today().plusDays(1).toString());
        data.putAll(Map.of("issuer", "UBND tỉnh", "issueDate", today().toString(), "signerName", "Nguyễn Văn Thành", "signerTitle", "Chủ tịch",
                "numberUnknown", unknown, "reasons", Map.of("C04", "Chưa có bản gốc.", "C05", "Ngày nghỉ."), "files", List.of(file("chuyenvien"))));
        data.put("number", number);
        return data;
    }

    private Map<String, Object> amended(String reason, int days) {
        Map<String, Object> data = plan();
        data.put("to", today().plusDays(days).toString());
        data.put("finalReviewDate", today().plusDays(days + 5).toString());
        data.putAll(Map.of("abandon", false, "reason", reason, "reasons", Map.of("C02", "Theo chỉ đạo."), "files",
                List.of(file("chuyenvien"))));
        return data;
    }

    private Map<String, Object> answer(String user) {
        return Map.of("ownPlan", true, "planTitle", "Kế hoạch của đơn vị", "planNumber", "12/KH", "planDate", today().toString(),
                "noPlanReason", "", "works", List.of(Map.of("title", "Công trình chào mừng", "measure", "công trình", "target", 1, "dueDate",
                        today().plusDays(20).toString())), "coveredSubjects", List.of(Map.of("name", "Thôn Nà Bản", "note", "Trả lời thay.")),
                "files", List.of(file(user)));
    }

    private Map<String, Object> report(String user) {
        return Map.of("noActivity", false, "summary", "Đã triển khai.", "indicators", List.of(
                Map.of("indicator", AVERAGE, "value", 85, "note", "Còn chậm."), Map.of("indicator", SUM, "value", 3, "note", "")),
                "works", List.of(), "models", List.of(Map.of("kind", "COLLECTIVE", "name", "Tổ tự quản", "achievement", "Giữ sạch đường làng.")),
                "difficulties", "Mưa lũ.", "proposals", "Không.", "files", List.of(file(user)));
    }

    // ---- words ------------------------------------------------------------------------------------------------------

    private String started(String route) {
        String code = officials.start("chuyenvien", Map.of("route", route, "type", "REGULAR", "title", "Phong trào của phép thử"));
        jobs.runDue();
        return code;
    }

    private void decide(String user, String key, String task, String decision, String returnTo) {
        Map<String, Object> data = new HashMap<>(Map.of("decision", decision, "reason", "Theo quy định."));
        data.put("returnTo", returnTo);
        complete(user, key.contains("/") ? key : Campaigns.paperOf(key), task, data);
    }

    private static Map<String, Object> without(Map<String, Object> data, String field) {
        data.remove(field);
        return data;
    }
}
