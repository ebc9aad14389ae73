package vn.giaouoc.covenant;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.shared.Actor;

/** What becomes of a signed covenant: recorded as the baseline of the later reviews, returned, amended. */
@Service
@Transactional
public class CovenantRecords {

    /** Checks recording, changing nothing. */
    @Transactional(readOnly = true)
    public void checkRecord(Actor actor, String key) {
        throw new UnsupportedOperationException();
    }

    /** Sở Nội vụ records the covenant as the baseline; it is never changed, only amended by a new one. */
    public void record(Actor actor, String key) {
        throw new UnsupportedOperationException();
    }

    /** Checks a return, changing nothing. */
    @Transactional(readOnly = true)
    public void checkReturn(Actor actor, String key, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Sở Nội vụ returns the covenant to the head unit: it is revised, all sign again. */
    public void returnToHead(Actor actor, String key, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The covenant is recorded: no member's part waits any more. @return keys of the members' parts */
    public List<String> closeMembers(String key) {
        throw new UnsupportedOperationException();
    }

    /** Whether this person begins amendments: the head unit and Sở Nội vụ do. */
    @Transactional(readOnly = true)
    public boolean mayAmend(Actor actor, String blocYear) {
        throw new UnsupportedOperationException();
    }

    /** Checks the beginning of an amendment, changing nothing. */
    @Transactional(readOnly = true)
    public void checkAmendment(Actor actor, String blocYear, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Begins an amendment of the recorded covenant. @return its version */
    public int beginAmendment(Actor actor, String blocYear, String reason) {
        throw new UnsupportedOperationException();
    }
}
