package vn.giaouoc.organisation;

/**
 * A unit: sở, ban, ngành, xã, doanh nghiệp …
 *
 * @param code       lower-case ASCII, part of its group ids
 * @param hasAccount whether it gets tasks of its own
 * @param active     false once it was merged or dissolved
 */
public record UnitView(String code, String name, String shortName, UnitKind kind, boolean hasAccount, boolean active) {
}
