package vn.giaouoc.campaign;

/**
 * One difference between two versions of a plan, in words an official reads.
 *
 * @param part   of the plan, in Vietnamese: "Đến hết ngày", "Chỉ tiêu"
 * @param before null: added
 * @param after  null: taken out
 */
public record PlanChange(String part, String before, String after) {
}
