package vn.giaouoc.covenant;

import java.time.LocalDate;

/**
 * The ground with the written authority: its document, day, scope and end are required for TUQ., possible for KT.
 *
 * @param document number of the document that gives the authority, or null
 * @param date     day of that document, or null
 * @param scope    what may be signed, or null
 * @param until    last day on which the authority holds, or null
 */
public record SignerGround(Ground ground, String document, LocalDate date, String scope, LocalDate until) {

    /** The unit's head needs no authority. */
    public static SignerGround head() {
        return new SignerGround(Ground.HEAD, null, null, null, null);
    }
}
