package vn.giaouoc.covenant;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.shared.Actor;

/** What people, papers and systems read of covenants. Methods without an actor are for callers that have asked already. */
@Service
@Transactional(readOnly = true)
public class CovenantQueries {

    /** One covenant by its key, or by the key of a member's part. @throws vn.giaouoc.shared.NotFound */
    public CovenantView get(String key) {
        throw new UnsupportedOperationException();
    }

    /** The same as this person may see it: comments and reasons of other members only for the head unit and the offices. */
    public CovenantView get(Actor actor, String key) {
        throw new UnsupportedOperationException();
    }

    /** The latest covenant of the year, finished or not. @throws vn.giaouoc.shared.NotFound */
    public CovenantView latest(Actor actor, String blocYear) {
        throw new UnsupportedOperationException();
    }

    /** The covenant that binds the bloc: the recorded one, else the one in force. @throws vn.giaouoc.shared.NotFound */
    public CovenantView inForce(String blocYear) {
        throw new UnsupportedOperationException();
    }

    /** All covenants of the year, oldest first. */
    public List<CovenantView> versions(Actor actor, String blocYear) {
        throw new UnsupportedOperationException();
    }

    /** What each target means in people, for each member and for the bloc. */
    public List<TargetMeaning> meanings(String key) {
        throw new UnsupportedOperationException();
    }

    /** What a content that is not saved yet would mean; for forms. */
    public List<TargetMeaning> meanings(String key, CovenantContent content) {
        throw new UnsupportedOperationException();
    }

    /** The members' registrations, in the bloc's order. */
    public List<MemberRegistration> registrations(String key) {
        throw new UnsupportedOperationException();
    }

    /** The registrations added up. */
    public Consolidated consolidated(String key) {
        throw new UnsupportedOperationException();
    }

    /** The differences of a content against the one in force before; empty for the first covenant. */
    public List<DiffRow> diff(String key, CovenantContent content) {
        throw new UnsupportedOperationException();
    }

    /** The recorded targets as numbers; version null: the latest recorded. */
    public List<BaselineRow> baseline(String blocYear, Integer version) {
        throw new UnsupportedOperationException();
    }

    /** Papers signed outside the system, oldest first. */
    public List<SignedFile> signedFiles(String key) {
        throw new UnsupportedOperationException();
    }

    /** Annexes of successors. */
    public List<Annex> annexes(String key) {
        throw new UnsupportedOperationException();
    }
}
