package vn.giaouoc.covenant;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.bloc.BlocYearStatus;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.covenant.CovenantRows.Sealed;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.NotAllowed;

/** What becomes of a signed covenant: recorded as the baseline of the later reviews, returned, amended. */
@Service
@Transactional
public class CovenantRecords {

    private static final List<CovenantStatus> SIGNED = List.of(CovenantStatus.SIGNED, CovenantStatus.MISSING_SIGNATURES);

    private final CovenantRows rows;
    private final CovenantPeople people;
    private final CovenantNumbers numbers;
    private final CovenantSeals seals;
    private final CovenantProgress progress;
    private final Annexes annexes;
    private final CovenantPapers papers;
    private final CovenantAccess access;
    private final BlocYears blocs;
    private final CovenantFlow flow;
    private final JdbcClient jdbc;

    CovenantRecords(CovenantRows rows, CovenantPeople people, CovenantNumbers numbers, CovenantSeals seals, CovenantProgress progress,
                    Annexes annexes, CovenantPapers papers, CovenantAccess access, BlocYears blocs, CovenantFlow flow, JdbcClient jdbc) {
        this.rows = rows;
        this.people = people;
        this.numbers = numbers;
        this.seals = seals;
        this.progress = progress;
        this.annexes = annexes;
        this.papers = papers;
        this.access = access;
        this.blocs = blocs;
        this.flow = flow;
        this.jdbc = jdbc;
    }

    // ---- recording --------------------------------------------------------------------------------------------------

    /**
     * Checks recording, changing nothing.
     *
     * @throws ConflictRefusal not everybody has signed and the signing was not closed, or what is stored is not what was signed
     */
    @Transactional(readOnly = true)
    public void checkRecord(Actor actor, String key) {
        people.requireRecorder(actor);
        Run run = rows.get(key);
        CovenantRows.require(run, SIGNED);
        if (run.status() == CovenantStatus.MISSING_SIGNATURES && run.closedMissingAt() == null) {
            throw new ConflictRefusal("Giao ước còn thiếu chữ ký và việc ký chưa kết thúc.");
        }
        Sealed sealed = seals.current(run);
        if (!seals.signersHold(run, sealed)) {
            throw new ConflictRefusal("Chữ ký lưu trên hệ thống không khớp với sổ xác nhận điện tử. Hãy báo quản trị viên.");
        }
    }

    /** Sở Nội vụ records the covenant as the baseline; it is never changed, only replaced by an amendment. */
    public void record(Actor actor, String key) {
        Run run = rows.lock(key);
        checkRecord(actor, key);
        numbers.baseline(run, seals.current(run).covenant().content().targets(), rows.parts(run)).forEach(this::insert);
        papers.keep(actor, key); // before anything waits for the chain: printing takes a moment
        rows.of(run.blocYear()).stream().filter(other -> other.status() == CovenantStatus.RECORDED).forEach(this::supersede);
        progress.publish(run, seals.current(run).digest());
        rows.set(run, "status = 'RECORDED', recorded_at = ?, recorded_by = ?", rows.now(), actor.userId());
    }

    private void insert(BaselineRow row) {
        jdbc.sql("insert into covenant_baseline values (?, ?, ?, ?, ?, ?, ?, ?)").params(row.blocYear(), row.version(), row.unitCode(),
                row.targetId(), row.measure(), row.comparator().name(), row.value(), row.people()).update();
    }

    private void supersede(Run earlier) {
        rows.status(earlier, CovenantStatus.SUPERSEDED);
        annexes.endUnsigned(earlier, "Giao ước đã được thay thế bằng bản điều chỉnh.");
        seals.supersede(earlier.key());
    }

    // ---- returning --------------------------------------------------------------------------------------------------

    /** Checks a return, changing nothing. */
    @Transactional(readOnly = true)
    public void checkReturn(Actor actor, String key, String reason) {
        people.requireRecorder(actor);
        CovenantRows.require(rows.get(key), SIGNED);
        CovenantSigning.requireReason(reason, "Nêu lý do trả lại.");
    }

    /** Sở Nội vụ returns the covenant to the head unit: it is revised, all sign again. */
    public void returnToHead(Actor actor, String key, String reason) {
        Run run = rows.lock(key);
        checkReturn(actor, key, reason);
        progress.reopen(run, actor.userId(), reason);
    }

    /**
     * The covenant is recorded: no member's part waits any more.
     *
     * @return keys of the members' parts.
     * @throws ConflictRefusal not recorded
     */
    public List<String> closeMembers(String key) {
        Run run = rows.lock(key, List.of(CovenantStatus.RECORDED, CovenantStatus.SUPERSEDED));
        return rows.parts(run).stream().map(part -> CovenantKey.part(run.key(), part.unit())).toList();
    }

    // ---- amending ---------------------------------------------------------------------------------------------------

    /** Whether this person begins amendments: the head unit and Sở Nội vụ do. */
    @Transactional(readOnly = true)
    public boolean mayAmend(Actor actor, String blocYear) {
        return people.records(actor) || people.heads(actor, blocYear);
    }

    /** Checks the beginning of an amendment, changing nothing. */
    @Transactional(readOnly = true)
    public void checkAmendment(Actor actor, String blocYear, String reason) {
        access.requireVisible(actor, blocYear);
        if (!mayAmend(actor, blocYear)) {
            throw new NotAllowed("Chỉ Trưởng khối hoặc Sở Nội vụ đề nghị điều chỉnh giao ước.");
        }
        CovenantSigning.requireReason(reason, "Nêu lý do điều chỉnh.");
        if (rows.latest(blocYear).filter(run -> run.status() == CovenantStatus.RECORDED).isEmpty()) {
            throw new ConflictRefusal("Chỉ điều chỉnh được giao ước đã được Sở Nội vụ ghi nhận, và mỗi lần chỉ một lần điều chỉnh.");
        }
        if (blocs.get(blocYear).status() != BlocYearStatus.OPEN) {
            throw new ConflictRefusal("Năm công tác của khối đã khép lại.");
        }
    }

    /** Begins an amendment of the recorded covenant, which binds until the amended one is recorded. @return its version */
    public int beginAmendment(Actor actor, String blocYear, String reason) {
        checkAmendment(actor, blocYear, reason);
        Run amended = rows.latest(blocYear).orElseThrow(CovenantRows::unknown);
        List<Run> all = rows.of(blocYear);
        int version = all.get(all.size() - 1).version() + 1;
        if (!rows.insert(blocYear, version, reason, actor.userId())) {
            throw new ConflictRefusal("Giao ước đang có một lần điều chỉnh chưa xong.");
        }
        Run amendment = rows.get(CovenantKey.of(blocYear, version));
        rows.list(amendment, blocs.get(blocYear).current());
        rows.keepRegistrations(amendment, amended);
        flow.reopened(blocYear, version);
        return version;
    }

    /** Checks giving up, changing nothing. @throws ConflictRefusal no amendment, or members were asked to register for it already */
    @Transactional(readOnly = true)
    public void checkGiveUp(Actor actor, String key, String reason) {
        Run run = rows.get(key);
        access.requireVisible(actor, run.blocYear());
        if (!mayAmend(actor, run.blocYear())) {
            throw new NotAllowed("Chỉ Trưởng khối hoặc Sở Nội vụ hủy đề nghị điều chỉnh giao ước.");
        }
        CovenantSigning.requireReason(reason, "Nêu lý do hủy điều chỉnh.");
        if (!run.mayBeGivenUp()) {
            throw new ConflictRefusal("Chỉ hủy được lần điều chỉnh đang dự thảo, góp ý; bản này đang ở bước \"" + run.status().label() + "\".");
        }
    }

    /** An amendment begun by mistake is given up: what was handed in for it stays, the covenant in force goes on binding. */
    public void giveUp(Actor actor, String key, String reason) {
        Run run = rows.lock(key);
        checkGiveUp(actor, key, reason);
        rows.set(run, "status = 'GIVEN_UP', given_up_at = ?, given_up_by = ?, given_up_reason = ?", rows.now(), actor.userId(), reason);
        flow.givenUp(run.blocYear());
    }

    /** The members' parts in an amendment that was given up end with its reason. A repeat changes nothing. */
    public void closeGivenUp(String key) {
        Run run = rows.lock(key, List.of(CovenantStatus.GIVEN_UP));
        flow.partsEnded(run.key(), rows.parts(run).stream().map(Part::unit).toList(), "Đã hủy điều chỉnh giao ước: " + run.givenUpReason());
    }
}
