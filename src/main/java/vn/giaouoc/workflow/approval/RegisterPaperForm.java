package vn.giaouoc.workflow.approval;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Finding;
import vn.giaouoc.document.ApprovalStep;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.document.PaperRegistration;
import vn.giaouoc.document.PaperStep;
import vn.giaouoc.document.PaperStep.Decision;
import vn.giaouoc.document.PaperView;
import vn.giaouoc.document.Papers;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.workflow.form.FormReader;
import vn.giaouoc.workflow.form.TaskContext;
import vn.giaouoc.workflow.form.TaskForm;

/** "Văn thư vào sổ, ban hành": number, date and the signed PDF; or back to an earlier step. */
@Component
class RegisterPaperForm implements TaskForm<RegisterPaperForm.Data> {

    record Data(Decision decision, ApprovalStep returnTo, String reason, String number, LocalDate issueDate, List<FileRef> files,
                Map<String, String> reasons) {

        PaperRegistration.Entry entry() {
            return new PaperRegistration.Entry(number, issueDate, files, reasons);
        }
    }

    private final Papers papers;
    private final PaperRegistration registration;
    private final Attachments attachments;
    private final PaperSubjects subjects;

    RegisterPaperForm(Papers papers, PaperRegistration registration, Attachments attachments, PaperSubjects subjects) {
        this.papers = papers;
        this.registration = registration;
        this.attachments = attachments;
        this.subjects = subjects;
    }

    @Override
    public String form() {
        return ApprovalProcess.KEY + "/registerPaper";
    }

    @Override
    public Data read(ObjectNode data, FormReader reader) {
        return reader.read(data, Data.class);
    }

    @Override
    public Map<String, Object> view(TaskContext task) {
        Map<String, Object> view = subjects.view(task.businessKey());
        view.put("paperId", task.businessKey());
        PaperView paper = papers.get(task.businessKey());
        var suggested = papers.suggestedNumber(task.businessKey());
        view.put("signer", paper.signerName());
        view.put("symbol", papers.symbol(paper.issuingBody(), paper.kind()));
        view.put("keptHere", suggested.isPresent());
        view.put("suggestedNumber", suggested.orElse(null));
        view.put("returnTargets", papers.returnTargets(ApprovalStep.REGISTER).stream()
                .map(target -> Map.of("code", target, "name", target.label())).toList());
        return view;
    }

    @Override
    public List<Finding> check(TaskContext task, Data data) {
        if (data.decision() == Decision.RETURN) {
            papers.checkDecision(task.businessKey(), ApprovalStep.REGISTER, task.actor(), Decision.RETURN, data.returnTo(),
                    data.reason());
            return List.of();
        }
        if (data.decision() != Decision.REGISTER) {
            throw new InvalidInput("decision", "Chọn vào sổ, ban hành hoặc trả lại.");
        }
        requireOnePdf(task, data);
        return registration.check(task.actor(), task.businessKey(), data.entry());
    }

    /** Exactly one file, and a PDF: the paper as it was signed. */
    private void requireOnePdf(TaskContext task, Data data) {
        if (data.files() == null || data.files().isEmpty()) {
            return; // told with what else is missing
        }
        attachments.check(task.actor(), task.caseCode(), data.files(), "files");
        if (data.files().size() > 1 || !"application/pdf".equals(attachments.get(task.actor(), data.files().get(0).id()).mediaType())) {
            throw new InvalidInput("files", "Đính kèm đúng một tệp PDF là bản đã ký.");
        }
    }

    @Override
    public Map<String, Object> complete(TaskContext task, Data data) {
        if (data.decision() == Decision.RETURN) {
            return ApprovalProcess.variables(papers.decide(task.businessKey(), ApprovalStep.REGISTER, task.actor(), Decision.RETURN,
                    data.returnTo(), data.reason()));
        }
        return ApprovalProcess.variables(registration.register(task.actor(), task.businessKey(), data.entry()));
    }

    @Override
    public String next(TaskContext task) {
        return "Văn bản được ban hành và đi vào thực hiện: kế hoạch được mở cho các đơn vị, điều chỉnh được thông báo, cụm, khối được thành lập.";
    }

    @Override
    public List<PaperStep> steps(TaskContext task) {
        return papers.get(task.businessKey()).steps();
    }
}
