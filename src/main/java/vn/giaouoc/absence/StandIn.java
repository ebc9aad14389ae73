package vn.giaouoc.absence;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import vn.giaouoc.shared.ActingFor;

/**
 * Somebody is absent today, as its deputy sees it.
 *
 * @param acts   what the deputy may sign or approve by this absence today: in its scope, within the authority's time, and the law knows the ground
 * @param scope  names of all acts of the absence
 * @param groups the absent person's own groups that a deputy may use
 */
record StandIn(String absence, String person, String name, String position, AbsenceGround ground, Set<String> acts, List<String> scope,
               String document, LocalDate documentDate, LocalDate validUntil, LocalDate to, Set<String> groups) {

    static final String WORK = "WORK";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    boolean allows(String act) {
        return within(acts, act);
    }

    /** Work is always within what a deputy may do; what no model names, never. */
    static boolean within(Set<String> acts, String act) {
        return act != null && (WORK.equals(act) || acts.contains(act));
    }

    ActingFor acting(String act, boolean ownRight) {
        boolean signs = !WORK.equals(act) && ground != AbsenceGround.WORK;
        return new ActingFor(absence, person, signs ? ground.label() : null, signs ? signing() : "xử lý thay " + name, document,
                documentDate, document == null ? null : String.join("; ", scope), validUntil, ownRight);
    }

    private String signing() {
        return ground.label() + " " + name + (position == null ? "" : ", " + position) + (document == null ? "" : ", theo văn bản " + authority());
    }

    private String authority() {
        return document == null ? null : "số " + document + (documentDate == null ? "" : " ngày " + DAY.format(documentDate));
    }

    /** Why the deputy may not do this. */
    String refusal(String what, LocalDate today) {
        if (ground == AbsenceGround.WORK) {
            return "Bạn xử lý thay " + name + " phần việc không phải ký, duyệt. Việc \"" + what
                    + "\" cần căn cứ ký thay (KT.), thừa lệnh (TL.) hoặc thừa ủy quyền (TUQ.).";
        }
        if (validUntil != null && today.isAfter(validUntil)) {
            return "Thời hạn ủy quyền theo văn bản " + authority() + " đã hết ngày " + DAY.format(validUntil) + ".";
        }
        return "Việc \"" + what + "\" không thuộc phạm vi " + ground.label() + " của bạn cho " + name + " (" + String.join("; ", scope) + ").";
    }
}
