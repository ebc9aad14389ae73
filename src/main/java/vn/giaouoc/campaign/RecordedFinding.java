package vn.giaouoc.campaign;

import java.time.Instant;
import java.time.LocalDate;

/** A finding as it was kept with the case: which rule version found it, and why a warning was passed. */
public record RecordedFinding(String code, String kind, String field, String message, String legalSource, LocalDate ruleFrom,
                              String reason, String recordedBy, Instant recordedAt) {
}
