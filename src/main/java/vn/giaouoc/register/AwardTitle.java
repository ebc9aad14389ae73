package vn.giaouoc.register;

/**
 * A title of emulation or a form of commendation.
 *
 * @param form      false: danh hiệu thi đua, true: hình thức khen thưởng
 * @param grantedBy who decides it
 * @param uncertain whether the office should check the row against the law
 */
public record AwardTitle(String code, String name, boolean form, AwardLevel level, String levelName, String grantedBy, boolean collective,
                         boolean individual, boolean household, String legalSource, boolean uncertain) {
}
