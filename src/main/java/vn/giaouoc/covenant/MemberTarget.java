package vn.giaouoc.covenant;

import java.math.BigDecimal;

/** A member's own value for a target of the covenant, in the target's unit. */
public record MemberTarget(String targetId, BigDecimal value) {
}
