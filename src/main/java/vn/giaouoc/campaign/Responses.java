package vn.giaouoc.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.platform.time.CaseDeadlines;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.shared.NotFound;

/** Each unit's answer to a campaign: written by its official, approved by its head, perhaps sent back by the receiver. */
@Service
@Transactional
public class Responses {

    private static final int LONGEST = 20_000;
    private static final int MOST_WORKS = 200;

    private final ParticipationRepository participations;
    private final CampaignRepository campaigns;
    private final CampaignAccess access;
    private final Attachments attachments;
    private final Deadlines deadlines;
    private final CampaignFlow flow;
    private final WorkProgress progress;
    private final Clock clock;

    Responses(ParticipationRepository participations, CampaignRepository campaigns, CampaignAccess access, Attachments attachments,
              Deadlines deadlines, CampaignFlow flow, WorkProgress progress, Clock clock) {
        this.participations = participations;
        this.campaigns = campaigns;
        this.access = access;
        this.attachments = attachments;
        this.deadlines = deadlines;
        this.flow = flow;
        this.progress = progress;
        this.clock = clock;
    }

    /** Business key of a unit's answer: {@code PT-2024-003/sgddt}. */
    public static String subject(String campaignCode, String unitCode) {
        return campaignCode + "/" + unitCode;
    }

    /** Checks what a unit's official wrote, changing nothing. */
    @Transactional(readOnly = true)
    public void check(Actor actor, String code, String unit, UnitAnswer answer, List<FileRef> files) {
        check(actor, code, unit, answer, files, withWorks(code, unit).works());
    }

    private void check(Actor actor, String code, String unit, UnitAnswer answer, List<FileRef> files, List<RegisteredWork> registered) {
        var errors = new Errors();
        boolean own = Boolean.TRUE.equals(answer.ownPlan());
        errors.when(answer.ownPlan() == null, "ownPlan", "Chọn có hay không ban hành kế hoạch riêng.");
        errors.text(answer.planTitle(), "planTitle", own, 1_000, "Nhập tên kế hoạch của đơn vị.");
        errors.text(answer.planNumber(), "planNumber", false, 50, null);
        errors.when(answer.planDate() != null && answer.planDate().isAfter(LocalDate.now(clock)), "planDate",
                "Ngày ban hành không được ở tương lai.");
        errors.date(answer.planDate(), "planDate");
        errors.when(own && files != null && files.isEmpty() || own && files == null, "files", "Đính kèm kế hoạch của đơn vị.");
        errors.text(answer.noPlanReason(), "noPlanReason", Boolean.FALSE.equals(answer.ownPlan()), LONGEST,
                "Nêu lý do không ban hành kế hoạch riêng.");
        works(answer.works(), errors);
        numbers(code, unit, answer.works(), registered, errors);
        subjects(answer.coveredSubjects(), errors);
        errors.refuse();
        attachments.check(actor, subject(code, unit), files, "files");
    }

    private static void works(List<RegisteredWork> works, Errors errors) {
        errors.when(works.size() > MOST_WORKS, "works", "Tối đa " + MOST_WORKS + " công trình, phần việc.");
        for (int i = 0; i < works.size(); i++) {
            RegisteredWork work = works.get(i);
            String at = "works[" + i + "].";
            errors.text(work == null ? null : work.title(), at + "title", true, 2_000, "Nhập tên công trình, phần việc.");
            if (work == null) {
                continue;
            }
            errors.text(work.measure(), at + "measure", work.target() != null, 100, "Nhập đơn vị tính của chỉ tiêu.");
            errors.number(work.target(), at + "target");
            errors.when(work.dueDate() == null, at + "dueDate", "Nhập thời hạn hoàn thành.");
            errors.date(work.dueDate(), at + "dueDate");
        }
    }

    /** A row keeps the number of its work; one of which something was reported is not taken back. */
    private void numbers(String code, String unit, List<RegisteredWork> works, List<RegisteredWork> registered, Errors errors) {
        Map<Integer, String> left = registered.stream().collect(Collectors.toMap(RegisteredWork::seq, RegisteredWork::title));
        for (int i = 0; i < works.size(); i++) {
            Integer seq = works.get(i) == null ? null : works.get(i).seq();
            errors.when(seq != null && left.remove(seq) == null, "works[" + i + "].title",
                    "Dòng này không phải công trình, phần việc đơn vị đã đăng ký, hoặc bị lặp.");
        }
        if (!left.isEmpty()) {
            left.keySet().retainAll(progress.recorded(code, unit));
            left.values().stream().findFirst().ifPresent(title -> errors.when(true, "works",
                    "Đã có báo cáo hoặc kết quả về «" + title + "», không bỏ khỏi đăng ký được."));
        }
    }

    private static void subjects(List<CoveredSubject> subjects, Errors errors) {
        errors.when(subjects.size() > MOST_WORKS, "coveredSubjects", "Tối đa " + MOST_WORKS + " dòng.");
        for (int i = 0; i < subjects.size(); i++) {
            CoveredSubject subject = subjects.get(i);
            errors.text(subject == null ? null : subject.name(), "coveredSubjects[" + i + "].name", true, 1_000,
                    "Nhập tên đối tượng.");
            errors.text(subject == null ? null : subject.note(), "coveredSubjects[" + i + "].note", false, LONGEST, null);
        }
    }

    /** The unit's official hands the answer to the unit's head. */
    public void write(Actor actor, String code, String unit, UnitAnswer answer, List<FileRef> files) {
        Participation participation = withWorks(code, unit);
        check(actor, code, unit, answer, files, participation.works());
        participation.write(answer, actor.userId());
        attachments.bind(actor, subject(code, unit), "RESPONSE", files);
    }

    /** Checks the head's decision, changing nothing. @throws NotAllowed who wrote it does not approve it, but may send it back */
    @Transactional(readOnly = true)
    public void checkApproval(Actor actor, String code, String unit, boolean approved, String reason) {
        if (approved) {
            actor.requireOtherThan(get(code, unit).writtenBy());
        }
        var errors = new Errors();
        errors.text(reason, "reason", !approved, LONGEST, "Nêu lý do trả lại.");
        errors.refuse();
    }

    /** The unit's head approves: the answer is recorded, nobody has to receive it. Or sends it back to the official. */
    public void approve(Actor actor, String code, String unit, boolean approved, String reason) {
        checkApproval(actor, code, unit, approved, reason);
        Participation participation = get(code, unit);
        if (approved) {
            participation.approve(actor.userId(), clock.instant());
        } else {
            participation.returnInside(reason, actor.userId(), clock.instant());
        }
    }

    /** Until when the receiver may send this unit's answer back. */
    @Transactional(readOnly = true)
    public Instant returnableUntil(String code) {
        return campaign(code).returnUntil();
    }

    /** Whether this person may send answers of this campaign back at this moment. */
    @Transactional(readOnly = true)
    public boolean mayReturn(Actor actor, String code) {
        Campaign campaign = campaign(code);
        return campaign.status() == Campaign.Status.ISSUED && !clock.instant().isAfter(campaign.returnUntil()) && access.isReceiver(actor, code);
    }

    /**
     * The receiver (SNV, or the standing agency) sends one recorded answer back; the unit gets its task again.
     *
     * @throws ConflictRefusal not answered yet, the unit or the whole campaign has ended, or the time for returning is over
     */
    public void returnAnswer(Actor actor, String code, String unit, String reason) {
        access.requireReceiver(actor, code);
        var errors = new Errors();
        errors.text(reason, "reason", true, LONGEST, "Nêu rõ lý do trả lại.");
        errors.refuse();
        if (campaign(code).status() != Campaign.Status.ISSUED) {
            throw new ConflictRefusal("Phong trào chưa ban hành, đã kết thúc hoặc bị thu hồi, không trả lại kế hoạch của đơn vị được.");
        }
        if (!mayReturn(actor, code)) {
            throw new ConflictRefusal("Đã hết thời gian có thể trả lại kế hoạch của đơn vị.");
        }
        Instant now = clock.instant();
        Participation participation = get(code, unit);
        CaseDeadlines own = deadlines.of(subject(code, unit));
        Instant due = own.due("RESPONSE_DUE", now);
        participation.returnToUnit(reason, actor.userId(), now, due);
        if (!flow.answerReturned(code, unit, due, own.before("RESPONSE_REMIND", due, "RESPONSE_DUE"))) {
            throw new ConflictRefusal("Đã hết thời gian có thể trả lại kế hoạch của đơn vị này.");
        }
    }

    /** Notes that the unit was reminded. */
    public void reminded(String code, String unit) {
        get(code, unit).reminded(clock.instant());
    }

    /** The deadline has passed: noted, and the unit's head is told. @return by when the head is to act */
    public Instant escalate(String code, String unit) {
        get(code, unit).escalated(clock.instant());
        return deadlines.of(subject(code, unit)).due("RESPONSE_URGE", clock.instant());
    }

    /** Checks the head's word on a late answer, changing nothing. */
    @Transactional(readOnly = true)
    public void checkUrge(String note, LocalDate promised) {
        var errors = new Errors();
        errors.text(note, "note", true, LONGEST, "Nêu nguyên nhân chậm và biện pháp đôn đốc.");
        errors.when(promised == null || promised.isBefore(LocalDate.now(clock)), "promisedDate",
                "Nhập ngày cam kết hoàn thành, từ hôm nay trở đi.");
        errors.date(promised, "promisedDate");
        errors.refuse();
    }

    /** What the unit's head says about a late answer. */
    public void urge(String code, String unit, String note, LocalDate promised) {
        checkUrge(note, promised);
        get(code, unit).urged(note, promised);
    }

    private Participation get(String code, String unit) {
        return participations.findById(new Participation.Id(code, unit)).orElseThrow(Responses::notInvolved);
    }

    private Participation withWorks(String code, String unit) {
        return participations.withWorks(new Participation.Id(code, unit)).orElseThrow(Responses::notInvolved);
    }

    private static NotFound notInvolved() {
        return new NotFound("Đơn vị không tham gia phong trào này.");
    }

    private Campaign campaign(String code) {
        return campaigns.findById(code).orElseThrow(() -> new NotFound("Không tìm thấy phong trào " + code + "."));
    }
}
