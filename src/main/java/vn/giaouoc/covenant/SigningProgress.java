package vn.giaouoc.covenant;

/** What THIS act changed; of two at the same moment exactly one sees a transition. */
public record SigningProgress(boolean inForceNow, boolean allSigned, boolean refused) {
}
