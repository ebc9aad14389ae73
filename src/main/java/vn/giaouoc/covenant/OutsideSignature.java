package vn.giaouoc.covenant;

import java.time.Instant;

/** A digital signature found in an uploaded PDF. @param verdict what offline checks say about certificate and time */
public record OutsideSignature(String name, Instant at, boolean intact, String verdict) {
}
