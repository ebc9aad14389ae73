package vn.giaouoc.document;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.NotAllowed;

/** A paper from draft to number (NĐ 30/2020/NĐ-CP), with everybody who had it in hand. */
@Entity
@Table(name = "paper")
class Paper {

    enum Status { DRAFT, IN_APPROVAL, ISSUED, REFUSED, STOPPED }

    @Id
    private String id;
    private String caseCode;
    private String kind;
    private String title;
    @Enumerated(EnumType.STRING)
    private Status status;
    @Enumerated(EnumType.STRING)
    private ApprovalStep nextStep;
    private String issuingBody;
    private boolean outside;
    private String signerName;
    private String signerCapacity;
    private String number;
    private Integer numberValue;
    private LocalDate issueDate;
    private Integer issueYear;
    private UUID signedFile;
    private String template;
    private Integer templateVersion;
    private Integer submissionVersion;
    @Version
    private long version;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "paper_step", joinColumns = @JoinColumn(name = "paper_id"))
    @OrderColumn(name = "seq")
    private List<PaperStep> steps = new ArrayList<>();

    protected Paper() {
    }

    Paper(String id, String caseCode, String kind, String title, String issuingBody, boolean outside) {
        this.id = id;
        this.caseCode = caseCode;
        this.kind = kind;
        this.title = title;
        this.issuingBody = issuingBody;
        this.outside = outside;
        this.status = Status.DRAFT;
    }

    void submit(PaperStep step, String newTitle, ApprovalStep first) {
        if (status != Status.DRAFT) {
            throw new ConflictRefusal("Văn bản đang được trình hoặc đã ban hành, không thể trình lại.");
        }
        title = newTitle;
        status = Status.IN_APPROVAL;
        nextStep = first;
        steps.add(step);
    }

    /** With which versions of the templates it prints from now on. */
    void printedWith(String code, int versionOfPaper, int versionOfSubmission) {
        template = code;
        templateVersion = versionOfPaper;
        submissionVersion = versionOfSubmission;
    }

    void approve(PaperStep step, ApprovalStep next) {
        require(step.step());
        nextStep = next;
        steps.add(step);
    }

    void returnTo(PaperStep step) {
        require(step.step());
        nextStep = step.returnTo();
        if (nextStep == ApprovalStep.DRAFT) {
            status = Status.DRAFT;
            nextStep = null;
        }
        steps.add(step);
    }

    void refuse(PaperStep step) {
        require(step.step());
        status = Status.REFUSED;
        nextStep = null;
        steps.add(step);
    }

    void sign(PaperStep step, String capacity, ApprovalStep next) {
        approve(step, next);
        signerName = step.actorName();
        signerCapacity = capacity;
    }

    void register(PaperStep step, PaperNumber newNumber, LocalDate date, UUID file) {
        require(ApprovalStep.REGISTER);
        status = Status.ISSUED;
        nextStep = null;
        signedFile = file;
        steps.add(step);
        numbered(newNumber, date);
    }

    void recordOutside(PaperStep step, String signer, String capacity, PaperNumber knownNumber, LocalDate date, UUID file) {
        status = Status.ISSUED;
        signerName = signer;
        signerCapacity = capacity;
        signedFile = file;
        steps.add(step);
        numbered(knownNumber, date);
    }

    void supplyNumber(PaperStep step, PaperNumber found) {
        if (number != null) {
            throw new ConflictRefusal("Văn bản đã có số " + number + ".");
        }
        steps.add(step);
        numbered(found, issueDate);
    }

    /** Ends with the case it belongs to; an issued paper stays issued. */
    void stop(PaperStep step) {
        if (status == Status.DRAFT || status == Status.IN_APPROVAL) {
            status = Status.STOPPED;
            nextStep = null;
            steps.add(step);
        }
    }

    void overdue(PaperStep step) {
        steps.add(step);
    }

    /**
     * Drafter, appraiser and signer of one paper are different persons. A step done by a deputy counts for both: neither of the two has
     * another step in hand, by itself or through a deputy.
     *
     * @throws NotAllowed otherwise
     */
    void requireOtherHands(Actor actor, ApprovalStep step) {
        String absent = actor.acting() == null ? null : actor.acting().userId();
        steps.stream()
                .filter(done -> done.step() != step && (done.ofOrFor(actor.userId()) || done.ofOrFor(absent)))
                .findFirst()
                .ifPresent(done -> {
                    throw new NotAllowed((done.ofOrFor(actor.userId()) ? "Bạn" : "Người mà bạn thay") + " đã tham gia bước \"" + done.step().label()
                            + "\" của văn bản này nên không thể thực hiện bước \"" + step.label()
                            + "\": người soạn thảo, người thẩm định và người ký phải là những người khác nhau.");
                });
    }

    private void require(ApprovalStep step) {
        if (status != Status.IN_APPROVAL || nextStep != step) {
            throw new ConflictRefusal("Văn bản không ở bước \"" + step.label() + "\".");
        }
    }

    private void numbered(PaperNumber newNumber, LocalDate date) {
        issueDate = date;
        if (newNumber != null) {
            number = newNumber.text();
            numberValue = newNumber.value();
        }
        issueYear = date == null ? null : date.getYear();
    }

    PaperView view() {
        return new PaperView(id, caseCode, kind, title, status == Status.ISSUED, status == Status.REFUSED, outside, nextStep,
                issuingBody, signerName, signerCapacity, number, issueDate, signedFile,
                templateVersion, submissionVersion, List.copyOf(steps));
    }

    String issuingBody() {
        return issuingBody;
    }

    String kind() {
        return kind;
    }

    LocalDate issueDate() {
        return issueDate;
    }
}
