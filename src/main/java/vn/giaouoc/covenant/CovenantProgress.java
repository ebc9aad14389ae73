package vn.giaouoc.covenant;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.bloc.BlocYears;

/**
 * What the signatures of a covenant come to: in force when head, deputies and the province's share of members have signed, signed when all
 * have. Callers hold the covenant's row lock.
 */
@Component
class CovenantProgress {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CovenantRows rows;
    private final CovenantCatalogue catalogue;
    private final CovenantSeals seals;
    private final Annexes annexes;
    private final LateParts late;
    private final BlocYears blocs;
    private final CovenantFlow flow;

    CovenantProgress(CovenantRows rows, CovenantCatalogue catalogue, CovenantSeals seals, Annexes annexes, LateParts late, BlocYears blocs,
                     CovenantFlow flow) {
        this.rows = rows;
        this.catalogue = catalogue;
        this.seals = seals;
        this.annexes = annexes;
        this.late = late;
        this.blocs = blocs;
        this.flow = flow;
    }

    /** After a signature, or when a part is not waited for any more. @param before the covenant as it was before this act */
    SigningProgress settle(Run before) {
        Map<String, Signature> signatures = rows.signatures(before);
        List<Part> parts = rows.parts(before).stream().filter(Part::active).toList();
        List<Part> signed = parts.stream().filter(part -> signatures.containsKey(part.unit()) && signatures.get(part.unit()).state()
                .signed()).toList();
        boolean all = !parts.isEmpty() && signed.size() == parts.size();
        boolean inForceNow = before.inForceAt() == null && inForce(blocs.get(before.blocYear()), parts, signed);
        CovenantStatus status = all ? CovenantStatus.SIGNED
                : inForceNow && before.status() == CovenantStatus.SIGNING ? CovenantStatus.IN_FORCE : before.status();
        rows.status(before, status);
        if (inForceNow) {
            rows.set(before, "in_force_at = ?", rows.now());
            flow.inForce(before.key());
        }
        if (all) {
            flow.allSigned(before.key());
        }
        return new SigningProgress(inForceNow, all, false);
    }

    /**
     * After {@link #settle}, last: the verify page stands for the year's first covenant from the moment it is in force. Until an amendment is
     * recorded the covenant before it binds, and only that is valid.
     */
    void publish(Run run, SigningProgress made, String digest) {
        if (made.inForceNow() && run.version() == 1) {
            publish(run, digest);
        }
    }

    /** The verify page stands for the covenant. A repeat changes nothing. */
    void publish(Run run, String digest) {
        seals.publish(run.key(), digest, "Bản giao ước thi đua " + blocs.get(run.blocYear()).title());
    }

    private boolean inForce(BlocYearView year, List<Part> parts, List<Part> signed) {
        List<Part> leaders = new ArrayList<>(parts.stream().filter(part -> part.role() != BlocRole.MEMBER).toList());
        parts.stream().filter(part -> year.head() != null && part.actingUnit().equals(year.head().unitCode())).forEach(leaders::add);
        BigDecimal share = catalogue.rule("IN_FORCE_SHARE", year.blocCode());
        boolean enough = BigDecimal.valueOf(signed.size()).multiply(HUNDRED)
                .compareTo(share.multiply(BigDecimal.valueOf(parts.size()))) >= 0;
        return !signed.isEmpty() && enough && signed.containsAll(leaders);
    }

    /**
     * The covenant goes back to its head unit: nothing that was signed counts any more, annexes neither, all of it is kept. Successors that
     * were to take the old content on take part in the new one.
     */
    void reopen(Run run, String by, String reason) {
        rows.voidSignatures(run, reason);
        List<String> successors = annexes.end(run, "Giao ước được đưa về chỉnh sửa: " + reason);
        seals.supersede(run.key());
        rows.set(run, "status = 'REVISING', sign_due_at = null, in_force_at = null, closed_missing_at = null, closed_missing_by = null, "
                + "return_reason = ?, returned_by = ?, returned_at = ?", reason, by, rows.now());
        late.open(rows.get(run.key()), successors);
    }
}
