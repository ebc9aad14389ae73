package vn.giaouoc.bloc;

import java.time.LocalDate;
import java.util.List;

/**
 * A bloc in one period, as others see it.
 *
 * @param code         {@code KT-2026-001}, also its case code
 * @param blocCode     the bloc's lasting identity, the same year after year
 * @param year         the calendar year, or that in which the school year begins
 * @param campaignCode the regular campaign of that year; null when none was named
 * @param problem      why it could not be opened; null otherwise
 * @param members      in the order of the decision, former ones too
 */
public record BlocYearView(String code, String compositionCode, String blocCode, String name, BlocKind kind, int year, boolean schoolYear,
                           LocalDate from, LocalDate to, String campaignCode, String rules, List<Criterion> criteria, BlocYearStatus status,
                           String problem, List<BlocMember> members) {

    /** The head unit of now; null only while a bloc is left without members. */
    public BlocMember head() {
        return current().stream().filter(member -> member.role() == BlocRole.HEAD).findFirst().orElse(null);
    }

    /** The deputies of now, in the order of the decision. */
    public List<BlocMember> deputies() {
        return current().stream().filter(member -> member.role() == BlocRole.DEPUTY).toList();
    }

    /** Who is a member now. */
    public List<BlocMember> current() {
        return members.stream().filter(member -> member.until() == null).toList();
    }

    /** {@code Khối thi đua … năm 2026}, {@code … năm học 2025–2026}. */
    public String title() {
        return name + " " + periodName(year, schoolYear);
    }

    /** {@code 6 tháng đầu năm 2026}, {@code học kỳ I năm học 2025–2026}. */
    public String firstHalf() {
        return firstHalf(year, schoolYear);
    }

    /** {@code 6 tháng cuối năm 2026}, {@code học kỳ II năm học 2025–2026}. */
    public String secondHalf() {
        return secondHalf(year, schoolYear);
    }

    /** What a review in the middle of the period looks back on. */
    public static String firstHalf(int year, boolean schoolYear) {
        return (schoolYear ? "học kỳ I " : "6 tháng đầu ") + periodName(year, schoolYear);
    }

    /** What is still to come then. */
    public static String secondHalf(int year, boolean schoolYear) {
        return (schoolYear ? "học kỳ II " : "6 tháng cuối ") + periodName(year, schoolYear);
    }

    /** {@code năm 2026} or {@code năm học 2025–2026}. */
    public static String periodName(int year, boolean schoolYear) {
        return schoolYear ? "năm học " + year + "–" + (year + 1) : "năm " + year;
    }
}
