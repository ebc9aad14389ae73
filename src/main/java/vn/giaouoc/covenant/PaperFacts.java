package vn.giaouoc.covenant;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import vn.giaouoc.bloc.BlocMember;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.campaign.PlanText;
import vn.giaouoc.document.PaperContent.Joint;
import vn.giaouoc.document.PaperContent.Signature;
import vn.giaouoc.document.PaperContent.Verification;
import vn.giaouoc.document.PaperView;

/**
 * What the papers of a covenant are made of.
 *
 * @param parties      who stands under the covenant, in the bloc's order, as they were called when it was agreed
 * @param decision     with which the bloc was composed; null when it is not known
 * @param files        papers signed outside the system
 * @param verification null before the content is frozen
 * @param place        province
 */
record PaperFacts(CovenantView covenant, List<MemberState> parties, BlocYearView bloc, PaperView decision, List<TargetMeaning> meanings,
                  List<MemberRegistration> registrations, Consolidated consolidated, List<SignedFile> files, List<RatingLevel> ratings,
                  Verification verification, String place, ZoneId zone) {

    /** The bloc as the body that issues: capitals. */
    String body() {
        return capitals(bloc.name());
    }

    /** {@code năm 2026}. */
    String period() {
        return BlocYearView.periodName(bloc.year(), bloc.schoolYear());
    }

    /** Khối or cụm, within a sentence. */
    String word() {
        return bloc.kind().word();
    }

    /** The day of the conference that agreed, which is the covenant's day; null before. */
    LocalDate date() {
        Conference conference = covenant.conference();
        return conference == null || !conference.agreed() ? null : conference.date();
    }

    /** Under the name of the bloc, where other papers have their number: an amendment, a draft; null for neither. */
    String note() {
        String amendment = covenant.version() == 1 ? "" : "Điều chỉnh lần " + (covenant.version() - 1);
        String draft = covenant.digest() != null ? "" : "Dự thảo";
        String both = amendment + (amendment.isEmpty() || draft.isEmpty() ? "" : " – ") + draft;
        return both.isEmpty() ? null : both;
    }

    Joint joint(List<Signature> signatures, Verification shown) {
        return new Joint(note(), signatures, shown);
    }

    /** Names of the members' units by their codes. */
    Map<String, String> units() {
        return parties.stream().collect(Collectors.toMap(MemberState::unitCode, MemberState::unitName, (one, other) -> one));
    }

    /** The part of the head unit in the covenant, or null. */
    MemberState head() {
        return parties.stream().filter(member -> member.role() == BlocRole.HEAD).findFirst().orElse(null);
    }

    /** The name of the head unit, or a general word. */
    String headName() {
        BlocMember head = bloc.head();
        return head == null ? "đơn vị Trưởng " + word() : head.unitName();
    }

    /** {@code Căn cứ Quyết định số 105/QĐ-UBND ngày 05/02/2026 của UBND tỉnh về việc …}; null when it is not known. */
    String ground() {
        if (decision == null || decision.issueDate() == null) {
            return null;
        }
        String title = decision.title().strip();
        String about = title.toLowerCase(Locale.forLanguageTag("vi")).startsWith("về ") ? lower(title) : "về việc " + lower(title);
        return "Căn cứ Quyết định " + (decision.number() == null ? "" : "số " + decision.number() + " ") + "ngày "
                + PlanText.day(decision.issueDate()) + " của " + decision.issuingBody() + " " + about;
    }

    static String capitals(String text) {
        return text == null ? null : text.toUpperCase(Locale.forLanguageTag("vi"));
    }

    private static String lower(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.forLanguageTag("vi")) + text.substring(1);
    }
}
