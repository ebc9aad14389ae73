package vn.giaouoc.campaign;

/** How far the units of a campaign are; figures overlap (an answered unit may have been late). {@code blocked}: units that cannot be given work. */
public record FollowCounts(long total, long answered, long open, long late, long returned, long waived, long notOpened,
                           long blocked, long failedBatches) {
}
