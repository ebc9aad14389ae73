package vn.giaouoc.hostile;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import vn.giaouoc.action.ActionKind;
import vn.giaouoc.action.BlocActions;
import vn.giaouoc.action.NewAction;
import vn.giaouoc.bloc.BlocMember;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.commendation.ProposalDraft;
import vn.giaouoc.commendation.SpotProposals;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.hostile.LiveCases.Live;
import vn.giaouoc.midyear.MidYearReports;
import vn.giaouoc.register.OutsideAwardDraft;
import vn.giaouoc.register.OutsideAwards;
import vn.giaouoc.test.Jobs;
import vn.giaouoc.test.Officials;

/** What a sơ kết leaves behind, in a bloc's year that {@link LiveCovenants} has made: actions, the province's report, an award, a proposal. */
class LiveReviewSide {

    private final Officials officials;
    private final Jobs jobs;
    private final Attachments attachments;
    private final BlocYears years;
    private final BlocActions actions;
    private final MidYearReports reports;
    private final OutsideAwards awards;
    private final SpotProposals proposals;
    private final TaskService tasks;
    private final Clock clock;

    LiveReviewSide(Officials officials, Jobs jobs, Attachments attachments, BlocYears years, BlocActions actions, MidYearReports reports,
                   OutsideAwards awards, SpotProposals proposals, TaskService tasks, Clock clock) {
        this.officials = officials;
        this.jobs = jobs;
        this.attachments = attachments;
        this.years = years;
        this.actions = actions;
        this.reports = reports;
        this.awards = awards;
        this.proposals = proposals;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Cases at every user task of these rooms. @param year of a bloc with two members or more */
    List<Live> all(String year) {
        List<Live> live = new ArrayList<>();
        BlocYearView bloc = years.get(year);
        String head = bloc.head().unitCode();
        String other = bloc.current().stream().map(BlocMember::unitCode).filter(unit -> !unit.equals(head)).findFirst().orElseThrow();
        List<String> codes = actions.open(year, head, List.of(action(year, other, 1), action(year, other, 2)));
        live.add(held("bloc-action/reportAction", "canbo." + other, codes.get(0), Map.of("outcome", "MORE_TIME", "text", "Chờ kinh phí.",
                "wantedDue", today().plusDays(60).toString(), "files", List.of(file("canbo." + other)))));
        Map<String, Object> done = new HashMap<>(Map.of("outcome", "DONE", "text", "Đã xong.", "files", List.of()));
        done.put("wantedDue", null);
        officials.complete("canbo." + other, codes.get(1), "userTask_reportAction", done);
        jobs.runDue();
        live.add(held("bloc-action/confirmAction", "canbo." + head, codes.get(1), Map.of("decision", "RETURN", "reason", "Nêu rõ số liệu.")));
        live.add(held("mid-year-report/writeReport", "chuyenvien", report(year), Map.of("overview", "Đúng kế hoạch.", "results", "Nhiều mô hình.",
                "limitations", "Còn chậm.", "directions", "Tiếp tục.", "proposals", "Không.", "files", List.of(file("chuyenvien")))));
        return live;
    }

    /** The province's report of the year's decision, opened. @return its code */
    String report(String year) {
        String code = reports.open(officials.actor("chuyenvien"), years.get(year).compositionCode()).code();
        jobs.runDue();
        return code;
    }

    /** @return the code of an award that was recorded */
    String award(String unit) {
        return awards.record(officials.actor("chuyenvien"), new OutsideAwardDraft(unit, "HCLD3", today().getYear(), "99/QĐ-CTN", today(), null, null,
                List.of(reference(file("chuyenvien")))));
    }

    /** @return the code of a proposal of the bloc's head unit */
    String proposal(String year) {
        String head = years.get(year).head().unitCode();
        return proposals.draft(officials.actor("canbo." + head), year, null, new ProposalDraft(ProposalDraft.Nominee.COLLECTIVE, head, "Tổ tự quản", null,
                "Giữ sạch đường làng.", "BK_T", "Chuyên đề môi trường.", List.of()));
    }

    private NewAction action(String year, String owner, int no) {
        return new NewAction(year + "/SK1", no, "Tổ chức hội thao của khối.", owner, today().plusDays(30), ActionKind.CONCLUSION);
    }

    private Live held(String form, String user, String key, Map<String, Object> data) {
        Task found = tasks.createTaskQuery().processInstanceBusinessKey(key)
                .taskDefinitionKey("userTask_" + form.substring(form.indexOf('/') + 1)).singleResult();
        return officials.as(user, () -> {
            tasks.claim(found.getId(), user);
            return new Live(form, user, found.getId(), data);
        });
    }

    private Map<String, String> file(String user) {
        byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return Map.of("id", attachments.upload(officials.actor(user), "tai-lieu.pdf", pdf).id().toString(), "name", "tai-lieu.pdf");
    }

    private static FileRef reference(Map<String, String> file) {
        return new FileRef(UUID.fromString(file.get("id")), file.get("name"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
