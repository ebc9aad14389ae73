package vn.giaouoc.campaign;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import vn.giaouoc.shared.ConflictRefusal;

/** A campaign (phong trào thi đua): what is true of it. Where its case stands is the engine's. */
@Entity
@Table(name = "campaign")
class Campaign {

    enum Status { DRAFTING, ISSUED, CLOSED, WITHDRAWN }

    @Id
    private String code;
    @Enumerated(EnumType.STRING)
    private Status status;
    @Enumerated(EnumType.STRING)
    private CampaignType type;
    private String title;
    private String draftGroup;
    private Integer commentDays;
    private Instant commentDueAt;
    private int planVersion;
    private String reference;
    private String requestDigest;
    private String createdBy;
    private Instant createdAt;
    private Instant issuedAt;
    private Instant responseDueAt;
    private Instant returnUntil;
    private String conclusion;
    private Instant closedAt;
    private Instant archivedAt;
    private String withdrawReason;
    @Version
    private long version;

    protected Campaign() {
    }

    Campaign(String code, CampaignType type, String title, String draftGroup, String createdBy, Instant createdAt) {
        this.code = code;
        this.status = Status.DRAFTING;
        this.type = type;
        this.title = title;
        this.draftGroup = draftGroup;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** The caller's own reference and the digest of what it sent: a repeat is recognised by both. */
    void startedBy(String callersReference, String digest) {
        reference = callersReference;
        requestDigest = digest;
    }

    /** A new version of the plan. @return its number, from 1 */
    int revise(Plan plan) {
        require(Status.DRAFTING, "Kế hoạch đã ban hành, không sửa được dự thảo.");
        type = plan.type();
        title = plan.title();
        return ++planVersion;
    }

    void askForComments(int workingDays, Instant dueAt) {
        commentDays = workingDays;
        commentDueAt = dueAt;
    }

    void issue(Instant at, Instant responsesDueAt, Instant returnableUntil) {
        require(Status.DRAFTING, "Phong trào đã được ban hành.");
        status = Status.ISSUED;
        issuedAt = at;
        responseDueAt = responsesDueAt;
        returnUntil = returnableUntil;
    }

    void close(String summary, Instant at) {
        require(Status.ISSUED, "Phong trào chưa ban hành hoặc đã kết thúc theo dõi.");
        status = Status.CLOSED;
        conclusion = summary;
        closedAt = at;
    }

    /** A new version of the plan in force. @return its number */
    int amend(Plan plan, Instant responsesDueAt, Instant returnableUntil) {
        require(Status.ISSUED, "Phong trào chưa ban hành hoặc đã kết thúc, không điều chỉnh được.");
        type = plan.type();
        title = plan.title();
        responseDueAt = responsesDueAt;
        returnUntil = returnableUntil;
        return ++planVersion;
    }

    void withdraw(String reason, Instant at) {
        require(Status.ISSUED, "Phong trào chưa ban hành hoặc đã kết thúc, không thu hồi được.");
        status = Status.WITHDRAWN;
        withdrawReason = reason;
        closedAt = at;
    }

    /** The file goes to the archive. A repeat changes nothing. */
    void archive(Instant at) {
        if (archivedAt == null) {
            archivedAt = at;
        }
    }

    private void require(Status wanted, String refusal) {
        if (status != wanted) {
            throw new ConflictRefusal(refusal);
        }
    }

    String code() {
        return code;
    }

    Status status() {
        return status;
    }

    CampaignType type() {
        return type;
    }

    String title() {
        return title;
    }

    String draftGroup() {
        return draftGroup;
    }

    Integer commentDays() {
        return commentDays;
    }

    Instant commentDueAt() {
        return commentDueAt;
    }

    int planVersion() {
        return planVersion;
    }

    String reference() {
        return reference;
    }

    String requestDigest() {
        return requestDigest;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant responseDueAt() {
        return responseDueAt;
    }

    Instant returnUntil() {
        return returnUntil;
    }

    String conclusion() {
        return conclusion;
    }

    String withdrawReason() {
        return withdrawReason;
    }

    Instant closedAt() {
        return closedAt;
    }
}
