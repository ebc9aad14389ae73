package vn.giaouoc.signature;

/**
 * Who confirms.
 *
 * @param userId   account that re-authenticated
 * @param name     as the paper names the person
 * @param capacity as the paper names the office: {@code KT. GIÁM ĐỐC – PHÓ GIÁM ĐỐC}
 * @param ground   document and scope of KT., TUQ.; empty for the head
 */
public record SignerInfo(String userId, String name, String capacity, String ground) {
}
