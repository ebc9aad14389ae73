package vn.giaouoc.covenant;

import java.time.Instant;

/** What one member registered. @param registration null while it has not */
public record MemberRegistration(String unitCode, String unitName, Registration registration, String registeredBy, Instant registeredAt) {
}
