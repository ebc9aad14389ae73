package vn.giaouoc.workflow.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.document.ApprovalStep;
import vn.giaouoc.document.PaperStep;
import vn.giaouoc.document.PaperStep.Decision;
import vn.giaouoc.document.Papers;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** One approver's step in the chain; the four of them differ only in their place (see {@link ApprovalForms}). */
class ApprovalForm implements TaskForm<ApprovalForm.Data> {

    record Data(Decision decision, ApprovalStep returnTo, String reason) {
    }

    private final String userTask;
    private final ApprovalStep step;
    private final String next;
    private final Papers papers;
    private final PaperSubjects subjects;

    ApprovalForm(String userTask, ApprovalStep step, String next, Papers papers, PaperSubjects subjects) {
        this.userTask = userTask;
        this.step = step;
        this.next = next;
        this.papers = papers;
        this.subjects = subjects;
    }

    @Override
    public String form() {
        return ApprovalProcess.KEY + "/" + userTask;
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Map<String, Object> view = subjects.view(task.businessKey());
        view.put("paperId", task.businessKey());
        view.put("returnTargets", papers.returnTargets(step).stream()
                .map(target -> Map.of("code", target, "name", target.label())).toList());
        view.put("canRefuse", papers.mayRefuse(task.businessKey(), step, task.actor()));
        if (step == ApprovalStep.SIGN) {
            view.put("capacity", papers.capacity(task.actor()));
        }
        return view;
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        papers.checkDecision(task.businessKey(), step, task.actor(), data.decision(), data.returnTo(), data.reason());
        return List.of();
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        return ApprovalProcess.variables(papers.decide(task.businessKey(), step, task.actor(), data.decision(), data.returnTo(),
                data.reason()));
    }

    @Override
    public String next(TaskContext task) {
        return next;
    }

    @Override
    public List<PaperStep> steps(TaskContext task) {
        return papers.get(task.businessKey()).steps();
    }

    @Override
    public String returnReason(TaskContext task) {
        return papers.get(task.businessKey()).lastReturn();
    }
}
