package vn.giaouoc.action;

import java.time.LocalDate;

/**
 * Something to be done that a conference decided.
 *
 * @param originCase business key of the review: {@code KT-2026-001/SK1}
 * @param no         its place in that conference's list, from 1
 * @param content    1–4.000 characters
 * @param ownerUnit  a member of the bloc
 * @param dueOn      within the bloc's period
 */
public record NewAction(String originCase, int no, String content, String ownerUnit, LocalDate dueOn, ActionKind kind) {
}
