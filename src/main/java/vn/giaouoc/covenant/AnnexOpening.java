package vn.giaouoc.covenant;

import java.time.Instant;

/**
 * A unit's successor is asked to sign an annex ("phụ lục kế thừa"); the covenant and its signatures stay.
 *
 * @param key {@code KT-2026-001/GU1/PL1}
 */
public record AnnexOpening(String key, String title, String unitCode, String unitName, String unitGroup, String leadGroup, Instant dueAt,
                           boolean ready) {
}
