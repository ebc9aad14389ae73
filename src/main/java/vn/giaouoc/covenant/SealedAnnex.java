package vn.giaouoc.covenant;

import java.time.LocalDate;

/**
 * What a successor signs.
 *
 * @param digest of the covenant that it takes on
 */
record SealedAnnex(String annex, String covenant, String digest, String fromUnit, String fromName, String toUnit, String toName,
                   LocalDate on, String decision, String text) {
}
