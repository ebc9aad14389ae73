package vn.giaouoc.covenant;

/** A vote of the members present, in votes. */
public record Vote(String subject, int agree, int disagree, int abstain) {
}
