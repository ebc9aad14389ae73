package vn.giaouoc.covenant;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.NotAllowed;
import vn.giaouoc.signature.SignerInfo;

/** Phụ lục kế thừa: the successor of a member that has signed takes the covenant on; nobody else signs again. */
@Component
class Annexes {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final CovenantRows rows;
    private final AnnexRows annexes;
    private final CovenantSeals seals;
    private final CovenantPeople people;
    private final BlocYears blocs;
    private final Organisation organisation;
    private final Deadlines deadlines;
    private final CovenantFlow flow;
    private final Clock clock;

    Annexes(CovenantRows rows, AnnexRows annexes, CovenantSeals seals, CovenantPeople people, BlocYears blocs, Organisation organisation, Deadlines deadlines,
            CovenantFlow flow, Clock clock) {
        this.rows = rows;
        this.annexes = annexes;
        this.seals = seals;
        this.people = people;
        this.blocs = blocs;
        this.organisation = organisation;
        this.deadlines = deadlines;
        this.flow = flow;
        this.clock = clock;
    }

    Annex get(String key) {
        return annexes.get(key).view();
    }

    List<Annex> of(Run run) {
        return annexes.of(run).stream().map(AnnexRows.Row::view).toList();
    }

    /** Notes that a successor has to take the covenant on; it is asked when there is something to take on. */
    void add(Run run, String from, String to, LocalDate on, String decision) {
        annexes.insert(run, from, to, on, decision);
    }

    /** Asks the successors that were not asked yet. @param digest of the covenant as it is signed */
    void open(Run run, String digest) {
        String title = blocs.get(run.blocYear()).title();
        for (AnnexRows.Row row : annexes.of(run).stream().filter(annex -> annex.sealed() == null && annex.stands()).toList()) {
            var sealed = new SealedAnnex(row.key(), run.key(), digest, row.fromUnit(), row.fromName(), row.toUnit(), row.toName(), row.on(),
                    row.decision(), text(row, title));
            Instant due = deadlines.of(row.key()).due("COVENANT_ANNEX", clock.instant());
            annexes.open(row, sealed, seals.digest(sealed), due);
            String problem = organisation.readiness(List.of(row.toUnit())).get(row.toUnit()).problem();
            flow.annexOpened(new AnnexOpening(row.key(), title, row.toUnit(), row.toName(), Organisation.unitGroup(row.toUnit()),
                    Organisation.leadGroup(row.toUnit()), due, problem == null));
        }
    }

    /**
     * What names the content that goes back does not count any more: nobody is asked to sign it, what was signed stays as a row.
     *
     * @return the successors concerned
     */
    List<String> end(Run run, String reason) {
        return end(run, annexes.of(run).stream().filter(AnnexRows.Row::stands).toList(), reason);
    }

    /** A later covenant takes the place of this one: what nobody has signed is not asked for any more. */
    void endUnsigned(Run run, String reason) {
        end(run, annexes.of(run).stream().filter(row -> row.stands() && row.signedAt() == null).toList(), reason);
    }

    private List<String> end(Run run, List<AnnexRows.Row> ending, String reason) {
        ending.forEach(row -> annexes.end(row, reason));
        flow.annexesEnded(ending.stream().filter(row -> row.signedAt() == null).map(AnnexRows.Row::key).toList(), reason);
        return ending.stream().map(AnnexRows.Row::toUnit).toList();
    }

    private static String text(AnnexRows.Row row, String title) {
        return "Kể từ ngày " + row.on().format(DAY) + ", " + row.toName() + " kế thừa toàn bộ nội dung, chỉ tiêu của " + row.fromName()
                + " trong Bản giao ước thi đua " + title + ". " + row.decision() + " Chữ ký của các đơn vị khác giữ nguyên giá trị.";
    }

    void check(Actor actor, String key, SignerGround ground, String digest) {
        AnnexRows.Row row = annexes.get(key);
        if (!Organisation.belongs(actor, row.toUnit())) {
            throw new NotAllowed("Bạn không thuộc " + row.toName() + ".");
        }
        if (!row.stands()) {
            throw new ConflictRefusal("Phụ lục không còn giá trị: " + row.endReason());
        }
        if (row.sealed() == null || row.signedAt() != null) {
            throw new ConflictRefusal(row.signedAt() != null ? "Phụ lục đã được ký." : "Phụ lục chưa mở ký.");
        }
        Run run = rows.get(key);
        if (!run.status().agreed() || !seals.current(run).digest().equals(row.sealed().digest())) {
            throw new ConflictRefusal("Nội dung giao ước mà phụ lục này kế thừa không còn được ký.");
        }
        if (!row.digest().equals(digest) || !seals.digest(row.sealed()).equals(digest)) {
            throw new ConflictRefusal("Nội dung phụ lục đã thay đổi sau khi bạn mở. Hãy đọc lại rồi ký.");
        }
        people.checkGround(actor, row.toUnit(), ground);
    }

    /** Notes who signs. What the chain is told comes after its paper was printed: {@link #confirm}. */
    SignerInfo sign(Actor actor, String key, SignerGround ground) {
        AnnexRows.Row row = annexes.get(key);
        String name = people.name(actor);
        String capacity = people.capacity(actor, row.toUnit(), ground.ground());
        annexes.set(row, "signed_by = ?, signer_name = ?, capacity = ?, ground = ?, ground_document = ?, ground_date = ?, ground_scope = ?, "
                        + "ground_until = ?, signed_at = ?",
                actor.userId(), name, capacity, ground.ground().name(), ground.document(), ground.date(), ground.scope(), ground.until(),
                rows.now());
        return new SignerInfo(actor.userId(), name, capacity, CovenantPeople.words(ground));
    }

    /** The signature enters the chain, and the verify page stands for the annex. */
    void confirm(String key, SignerInfo who) {
        AnnexRows.Row row = annexes.get(key);
        annexes.set(row, "chain_seq = ?", seals.append(key, row.toUnit(), row.digest(), who, row.signedAt()));
        seals.publish(key, row.digest(), "Phụ lục kế thừa Bản giao ước thi đua " + blocs.get(row.blocYear()).title());
    }
}
