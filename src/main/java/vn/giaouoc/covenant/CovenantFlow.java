package vn.giaouoc.covenant;

import java.util.List;

/**
 * What covenants ask of the engine; {@code workflow} answers, in the same transaction. A message nobody waits for is no error: the
 * aggregate is the truth.
 */
public interface CovenantFlow {

    /** Every member has commented or is noted as silent. */
    void allCommented(String key);

    /** Every member has registered or is noted as missing. */
    void allRegistered(String key);

    /** Head, deputies and enough members have signed. */
    void inForce(String key);

    /** Every member has signed. */
    void allSigned(String key);

    /** A member refused to sign. */
    void refused(String key);

    /** These members are asked to confirm or dispute that they signed on paper. */
    void signedOnPaper(String key, List<String> units);

    /** An amendment was begun: the bloc's year runs the covenant again. */
    void reopened(String blocYear, int version);

    /** The amendment under way was given up: its case ends, the bloc's year goes on with the covenant in force. */
    void givenUp(String blocYear);

    /** These members are asked to sign again, the content being the same (a refusal was answered). */
    void signingOpenedAgain(String key, List<String> units);

    /** What is open of these members' parts ends with the reason: the unit has ended, or the amendment was given up. */
    void partsEnded(String key, List<String> units, String reason);

    /** A unit has joined by a succession; it is asked for what its bloc is doing. @param key of the covenant. @param title of the bloc's year */
    void partOpened(String key, String title, MemberPart part);

    /** These annexes are not to be signed any more: what is open of them ends with the reason. */
    void annexesEnded(List<String> keys, String reason);

    /** A successor is asked to sign its annex. */
    void annexOpened(AnnexOpening opening);
}
