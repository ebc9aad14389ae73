package vn.giaouoc.shared;

import java.time.LocalDate;

/**
 * What a check found.
 *
 * @param kind     WARN passes with a reason that is kept, INFO is only shown
 * @param ruleFrom since when the rule that was used is valid
 */
public record Finding(String code, Kind kind, String field, String message, String legalSource, LocalDate ruleFrom) {

    /** BLOCK never gets this far: it refuses the input. */
    public enum Kind { BLOCK, WARN, INFO }
}
