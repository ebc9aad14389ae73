package vn.giaouoc.covenant;

import java.time.Instant;
import java.util.List;

/**
 * A covenant as it stands.
 *
 * @param version        1, 2 after an amendment; the covenant's key is {@code KT-2026-001/GU<version>}
 * @param content        null before the first draft was handed in (of an amendment: the content in force)
 * @param contentVersion counts what was handed in; what was agreed at the conference has the number that is signed
 * @param digest         SHA-256, hex, of what is signed; null before it is frozen
 * @param reason         why it is amended; null for the first
 * @param returnReason   why it went back to the head unit last (conference, taken back, returned), or null
 * @param givenUpReason  why the amendment was given up, or null
 * @param diff           against the content in force before; empty for the first
 */
public record CovenantView(String blocYear, int version, String title, CovenantStatus status, CovenantContent content, int contentVersion,
                           String digest, String reason, List<MemberState> members, Conference conference, Instant commentDueAt,
                           Instant registerDueAt, Instant signDueAt, Instant inForceAt, Instant recordedAt, String recordedBy,
                           String returnReason, String givenUpReason, List<DiffRow> diff) {

    /** {@code KT-2026-001/GU1}. */
    public String key() {
        return CovenantKey.of(blocYear, version);
    }

    /** Members whose signature is not there, in the bloc's order. */
    public List<MemberState> unsigned() {
        return members.stream().filter(member -> !member.signing().signed()).toList();
    }
}
