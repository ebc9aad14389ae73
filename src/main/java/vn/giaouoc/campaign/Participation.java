package vn.giaouoc.campaign;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.giaouoc.shared.ConflictRefusal;

/** One unit's part in one campaign: asked, answered, perhaps sent back. */
@Entity
@Table(name = "participation")
class Participation {

    /** PENDING: not opened yet; BLOCKED: could not be opened; SUBMITTED: waits for the unit's head; RETURNED: by the receiver. */
    enum Status { PENDING, BLOCKED, OPEN, SUBMITTED, ANSWERED, RETURNED, CANCELLED }

    @Embeddable
    record Id(String campaignCode, String unitCode) implements Serializable {
    }

    @EmbeddedId
    private Id id;
    private int batch;
    @Enumerated(EnumType.STRING)
    private Status status;
    private Instant openedAt;
    private Instant dueAt;
    private Instant answeredAt;
    private boolean late;
    private Instant remindedAt;
    private Instant escalatedAt;
    private String urgeNote;
    private LocalDate promisedDate;
    private Boolean ownPlan;
    private String planTitle;
    private String planNumber;
    private LocalDate planDate;
    private String noPlanReason;
    private String writtenBy;
    private String approvedBy;
    private String returnReason;
    private String returnedBy;
    private Instant returnedAt;
    private String problem;
    private String cancelReason;
    /** Numbers given to works so far: the number of one that was taken back is not used again. */
    private int worksNumbered;
    @Version
    private long version;

    @ElementCollection
    @CollectionTable(name = "registered_work", joinColumns = {@JoinColumn(name = "campaign_code"), @JoinColumn(name = "unit_code")})
    @OrderBy("seq")
    private List<RegisteredWork> works = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "covered_subject", joinColumns = {@JoinColumn(name = "campaign_code"), @JoinColumn(name = "unit_code")})
    @OrderColumn(name = "seq")
    private List<CoveredSubject> coveredSubjects = new ArrayList<>();

    protected Participation() {
    }

    /** A repeated opening asks nobody twice. */
    void open(Instant at) {
        if (status == Status.PENDING || status == Status.BLOCKED) {
            status = Status.OPEN;
            openedAt = at;
            problem = null;
        }
    }

    /** Ends the unit's part; what it wrote stays. An answer that was given stays an answer. */
    void cancel(String reason) {
        cancelReason = reason;
        if (status != Status.ANSWERED) {
            status = Status.CANCELLED;
        }
    }

    /**
     * Another deadline by an amendment; an answer that was given or sent back keeps its own.
     *
     * @param own the unit has a deadline of its own, counted from its opening or a return: it only gets more time. So does one that
     *            waits to be opened
     * @return whether it moved
     */
    boolean extend(Instant newDueAt, boolean own) {
        boolean unanswered = status != Status.ANSWERED && status != Status.RETURNED && status != Status.CANCELLED;
        boolean moves = unanswered && (own || status == Status.PENDING ? newDueAt.isAfter(dueAt) : !newDueAt.equals(dueAt));
        if (moves) {
            dueAt = newDueAt;
            escalatedAt = null;
        }
        return moves;
    }

    /** Whether its case was opened. */
    boolean begun() {
        return status != Status.PENDING;
    }

    boolean answered() {
        return status == Status.ANSWERED;
    }

    /** When the unit was asked; null: not yet, it cannot be given work. */
    Instant openedAt() {
        return openedAt;
    }

    void write(UnitAnswer answer, String by) {
        requireUnanswered();
        ownPlan = answer.ownPlan();
        planTitle = answer.planTitle();
        planNumber = answer.planNumber();
        planDate = answer.planDate();
        noPlanReason = answer.noPlanReason();
        List<RegisteredWork> registered = answer.works().stream().map(work -> work.seq() == null ? work.numbered(worksNumbered++) : work).toList();
        works.clear();
        works.addAll(registered);
        coveredSubjects.clear();
        coveredSubjects.addAll(answer.coveredSubjects());
        writtenBy = by;
        status = Status.SUBMITTED;
    }

    void approve(String by, Instant at) {
        requireSubmitted();
        status = Status.ANSWERED;
        approvedBy = by;
        answeredAt = at;
        late = at.isAfter(dueAt);
    }

    /** The unit's head sends it back to the official. */
    void returnInside(String reason, String by, Instant at) {
        requireSubmitted();
        status = Status.OPEN;
        returned(reason, by, at);
    }

    /** The receiver sends a recorded answer back to the unit. */
    void returnToUnit(String reason, String by, Instant at, Instant newDueAt) {
        if (cancelReason != null) {
            throw new ConflictRefusal("Đơn vị không còn tham gia phong trào: " + cancelReason);
        }
        if (status != Status.ANSWERED) {
            throw new ConflictRefusal("Chỉ trả lại được kế hoạch mà đơn vị đã gửi.");
        }
        status = Status.RETURNED;
        dueAt = newDueAt;
        answeredAt = null;
        returned(reason, by, at);
    }

    private void returned(String reason, String by, Instant at) {
        returnReason = reason;
        returnedBy = by;
        returnedAt = at;
    }

    void reminded(Instant at) {
        remindedAt = at;
    }

    void escalated(Instant at) {
        escalatedAt = at;
    }

    void urged(String note, LocalDate promised) {
        urgeNote = note;
        promisedDate = promised;
    }

    private void requireUnanswered() {
        if (status != Status.OPEN && status != Status.RETURNED) {
            throw new ConflictRefusal("Đơn vị đã gửi nội dung này.");
        }
    }

    private void requireSubmitted() {
        if (status != Status.SUBMITTED) {
            throw new ConflictRefusal("Chưa có nội dung trình thủ trưởng đơn vị.");
        }
    }

    List<RegisteredWork> works() {
        return works;
    }

    String writtenBy() {
        return writtenBy;
    }

    Instant dueAt() {
        return dueAt;
    }

    String unitCode() {
        return id.unitCode();
    }

    ResponseView view(String unitName) {
        return new ResponseView(id.campaignCode(), id.unitCode(), unitName, status.name(), dueAt, openedAt, answeredAt, late,
                remindedAt, escalatedAt, urgeNote, promisedDate,
                ownPlan == null ? null : new UnitAnswer(ownPlan, planTitle, planNumber, planDate, noPlanReason,
                        List.copyOf(works), List.copyOf(coveredSubjects)),
                writtenBy, approvedBy, returnReason, returnedBy, returnedAt, problem,
                cancelReason);
    }
}
