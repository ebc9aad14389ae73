package vn.giaouoc.shared;

import java.time.LocalDate;

/**
 * In whose place somebody acts at this moment (NĐ 30/2020/NĐ-CP, Điều 13).
 *
 * @param absence  code of the absence: {@code VM-2026-0001}
 * @param userId   the absent person
 * @param ground   {@code KT.}, {@code TL.}, {@code TUQ.}; null for work that is neither signing nor approving
 * @param words    as histories have it: "xử lý thay Nguyễn Văn A", "TUQ. Nguyễn Văn A theo văn bản số 12/UQ ngày 01/02/2026"
 * @param document number of the written authority; null without one
 * @param documentDate its day; null without one
 * @param scope    what the authority covers; null without one
 * @param until    its last day; null when it names none
 * @param ownRight the deputy could do the same without this absence; it then acts with its own capacity
 */
public record ActingFor(String absence, String userId, String ground, String words, String document, LocalDate documentDate,
                        String scope, LocalDate until, boolean ownRight) {
}
