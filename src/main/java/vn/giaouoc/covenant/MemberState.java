package vn.giaouoc.covenant;

import java.time.Instant;
import vn.giaouoc.bloc.BlocRole;

/**
 * One member's part in a covenant.
 *
 * @param unitCode   of the part and its key; stays when the unit has a successor
 * @param unitName   of the unit that acts now: the successor's after a merger
 * @param commented  whether it commented; false with {@code silent} when the deadline passed
 * @param comment    what it said; null where the reader may not see it
 * @param registered whether its registration has arrived
 * @param signerName who signed, by hand where the paper was signed so; null where nobody did
 * @param capacity   as printed above the name, lines parted by {@code \n}: {@code KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC}
 * @param reason     of a refusal or a dispute
 * @param answer     the head unit's answer to a comment or a refusal
 * @param keepsEarlier whether what it registered for the covenant that is amended stands, as long as it has not registered anew
 * @param actingUnit the unit that acts for this part now; equals {@code unitCode} unless the unit was merged or split
 */
public record MemberState(String unitCode, String unitName, BlocRole role, boolean commented, String comment, boolean registered,
                          SigningState signing, String signerName, String capacity, Instant signedAt, String reason, boolean silent,
                          Boolean agrees, String answer, boolean registrationMissing, boolean keepsEarlier, String actingUnit) {
}
