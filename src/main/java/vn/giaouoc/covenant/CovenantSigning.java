package vn.giaouoc.covenant;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.shared.Actor;

/** The signing of a frozen covenant. Every act takes the covenant's row lock first. */
@Service
@Transactional
public class CovenantSigning {

    /** Opens the signing of the frozen content to every member; their earlier signatures are void. */
    public SigningOpening openSigning(String key) {
        throw new UnsupportedOperationException();
    }

    /** Which grounds this person may sign on for the unit; empty: may not sign. */
    @Transactional(readOnly = true)
    public List<Ground> grounds(Actor actor, String key, String unit) {
        throw new UnsupportedOperationException();
    }

    /** Checks everything but the password, changing nothing. */
    @Transactional(readOnly = true)
    public void checkSign(Actor actor, String key, String unit, SignerGround ground, String digest) {
        throw new UnsupportedOperationException();
    }

    /**
     * The person enters its password for exactly this signature; the password itself is kept nowhere. Forms call this before they
     * complete the task, as a form's data is stored. The proof holds for ten minutes and one signature.
     */
    public void proveIdentity(Actor actor, String key, String unit, String password, String digest) {
        throw new UnsupportedOperationException();
    }

    /** Signs with an identity proven by {@link #proveIdentity}. */
    public SigningProgress sign(Actor actor, String key, String unit, SignerGround ground, String digest) {
        throw new UnsupportedOperationException();
    }

    /** Signs the version with this digest; 409 when it has changed. */
    public SigningProgress sign(Actor actor, String key, String unit, SignerGround ground, String password, String digest) {
        throw new UnsupportedOperationException();
    }

    /** Checks a refusal, changing nothing. */
    @Transactional(readOnly = true)
    public void checkRefuse(Actor actor, String key, String unit, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The member refuses to sign; it goes to the head unit. */
    public SigningProgress refuse(Actor actor, String key, String unit, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Checks an upload of a signed paper, changing nothing. @param outside a PDF with digital signatures, else a scan */
    @Transactional(readOnly = true)
    public void checkSignedFile(Actor actor, String key, UUID file, List<String> units, boolean outside) {
        throw new UnsupportedOperationException();
    }

    /** The head unit uploads the scan of the paper signed in the room and marks who signed; each confirms. */
    public void signedOnPaper(Actor actor, String key, UUID scan, List<String> units) {
        throw new UnsupportedOperationException();
    }

    /** The head unit uploads a PDF signed with digital certificates outside; its signatures are verified and the report kept. */
    public void signedOutside(Actor actor, String key, UUID pdf, List<String> units) {
        throw new UnsupportedOperationException();
    }

    /** Checks a confirmation, changing nothing. */
    @Transactional(readOnly = true)
    public void checkConfirm(Actor actor, String key, String unit, Boolean confirmed, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The member confirms that it signed on paper, or disputes it with a reason. */
    public SigningProgress confirmPaper(Actor actor, String key, String unit, Boolean confirmed, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Checks taking back, changing nothing. */
    @Transactional(readOnly = true)
    public void checkTakeBack(Actor actor, String key, String reason) {
        throw new UnsupportedOperationException();
    }

    /** The head unit takes the covenant back to revise it: signatures so far are void but kept, all sign again. */
    public void takeBack(Actor actor, String key, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Units whose refusal the head unit has not answered. */
    @Transactional(readOnly = true)
    public List<String> refusals(String key) {
        throw new UnsupportedOperationException();
    }

    /** Checks an answer to a refusal, changing nothing. */
    @Transactional(readOnly = true)
    public void checkKeep(Actor actor, String key, String unit, String answer) {
        throw new UnsupportedOperationException();
    }

    /** After a refusal the head unit keeps the content; the member is asked again with the answer. */
    public void keep(Actor actor, String key, String unit, String answer) {
        throw new UnsupportedOperationException();
    }

    /** The deadline passed: the covenant stands "thiếu chữ ký". @return who is missing; empty when everybody signed meanwhile */
    public List<String> noteMissing(String key) {
        throw new UnsupportedOperationException();
    }

    /** Checks an extension, changing nothing. */
    @Transactional(readOnly = true)
    public void checkExtend(Actor actor, String key, LocalDate until) {
        throw new UnsupportedOperationException();
    }

    /** Sở Nội vụ gives more time, to 17:00 of this day. @return the new deadline */
    public Instant extend(Actor actor, String key, LocalDate until) {
        throw new UnsupportedOperationException();
    }

    /** Checks closing, changing nothing. */
    @Transactional(readOnly = true)
    public void checkCloseMissing(Actor actor, String key) {
        throw new UnsupportedOperationException();
    }

    /** Sở Nội vụ closes the signing of a covenant in force though signatures are missing. */
    public void closeMissing(Actor actor, String key) {
        throw new UnsupportedOperationException();
    }

    /** What the successor signs, with its digest. @param key {@code KT-2026-001/GU1/PL1} */
    @Transactional(readOnly = true)
    public Annex annex(String key) {
        throw new UnsupportedOperationException();
    }

    /** Signs an annex with an identity proven by {@link #proveIdentity} (its unit and digest). */
    public void signAnnex(Actor actor, String key, SignerGround ground, String digest) {
        throw new UnsupportedOperationException();
    }
}
