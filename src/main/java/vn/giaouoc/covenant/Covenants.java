package vn.giaouoc.covenant;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.document.FileRef;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Finding;

/**
 * A covenant from its draft to the conference that agrees on it. Signing is {@link CovenantSigning}, what follows
 * {@link CovenantRecords}; reading is {@link CovenantQueries}.
 */
@Service
@Transactional
public class Covenants {

    /** The covenant that the bloc's year runs now: the amendment that was begun, or the first. A repeat answers the same. */
    public CovenantStart begin(String blocYear) {
        throw new UnsupportedOperationException();
    }

    /** Checks the head unit's draft or revision, changing nothing. @return what was found and does not block */
    @Transactional(readOnly = true)
    public List<Finding> checkContent(Actor actor, String key, CovenantContent content) {
        throw new UnsupportedOperationException();
    }

    /** The head unit hands the draft out. */
    public void draft(Actor actor, String key, CovenantContent content) {
        throw new UnsupportedOperationException();
    }

    /** The members are asked to comment. */
    public MembersOpening openMembers(String key) {
        throw new UnsupportedOperationException();
    }

    /** Checks a comment, changing nothing. */
    @Transactional(readOnly = true)
    public void checkComment(Actor actor, String key, String unit, Boolean agrees, String text, List<FileRef> files) {
        throw new UnsupportedOperationException();
    }

    /** A member comments on the draft. */
    public Progress comment(Actor actor, String key, String unit, Boolean agrees, String text, List<FileRef> files) {
        throw new UnsupportedOperationException();
    }

    /** The deadline passed without a comment of this member: noted. */
    public Progress silence(String key, String unit) {
        throw new UnsupportedOperationException();
    }

    /** The deadline of the round passed: whoever has not commented is noted as silent. */
    public void closeComments(String key) {
        throw new UnsupportedOperationException();
    }

    /** The head unit hands the revised content in. @param answers to the comments, by unit */
    public void revise(Actor actor, String key, CovenantContent content, Map<String, String> answers) {
        throw new UnsupportedOperationException();
    }

    /** The members are asked to register. */
    public RegistrationOpening openRegistration(String key) {
        throw new UnsupportedOperationException();
    }

    /** Checks a registration, changing nothing. @return what was found and does not block */
    @Transactional(readOnly = true)
    public List<Finding> checkRegistration(Actor actor, String key, String unit, Registration registration) {
        throw new UnsupportedOperationException();
    }

    /** A member registers titles and targets; again as long as the content is not frozen. */
    public Progress register(Actor actor, String key, String unit, Registration registration) {
        throw new UnsupportedOperationException();
    }

    /** The deadline passed without this member's registration: noted. */
    public Progress registrationMissing(String key, String unit) {
        throw new UnsupportedOperationException();
    }

    /** The deadline of the round passed: whoever has not registered is noted. */
    public void closeRegistration(String key) {
        throw new UnsupportedOperationException();
    }

    /** Checks the result of the conference, changing nothing. @return what was found and does not block */
    @Transactional(readOnly = true)
    public List<Finding> checkConference(Actor actor, String key, Conference conference, List<FileRef> files) {
        throw new UnsupportedOperationException();
    }

    /**
     * The conference was held. Agreed: the content is frozen with a new version and its digest; else it goes back to the head unit.
     *
     * @return whether it was agreed
     */
    public boolean hold(Actor actor, String key, Conference conference, List<FileRef> files) {
        throw new UnsupportedOperationException();
    }
}
