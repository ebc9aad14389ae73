package vn.giaouoc.covenant;

/**
 * One member that is asked to take part.
 *
 * @param key     {@code KT-2026-001/GU1/sgddt}
 * @param problem why the unit cannot be given work, or null
 */
public record MemberPart(String key, String unitCode, String unitName, String unitGroup, String leadGroup, String problem) {

    /** Whether it can be given work. */
    public boolean ready() {
        return problem == null;
    }
}
