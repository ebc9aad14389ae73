package vn.giaouoc.covenant;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Phụ lục kế thừa: the successor of a member takes on the covenant; no other signature is touched.
 *
 * @param seq      from 1 in the covenant; its key is {@code KT-2026-001/GU1/PL<seq>}
 * @param decision number and date of the decision on the succession
 * @param digest   SHA-256, hex, of the annex, which names the covenant's own digest; null while the covenant is not agreed
 * @param covenantDigest of the covenant that is taken on; null as long
 * @param signedAt null while it waits
 * @param endReason why it does not count any more: the covenant went back to be revised, or was replaced; null while it stands
 */
public record Annex(String key, int seq, String fromUnit, String fromName, String toUnit, String toName, LocalDate on, String decision,
                    String digest, String covenantDigest, String text, String signerName, String capacity, Instant signedAt,
                    String endReason) {
}
