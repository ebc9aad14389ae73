package vn.giaouoc.bloc;

import java.time.LocalDate;
import java.util.List;

/** One bloc in one period. */
public record BlocYearView(String code, String compositionCode, String blocCode, String name, BlocKind kind, int year, boolean schoolYear,
                           LocalDate from, LocalDate to, String campaignCode, String rules, List<Criterion> criteria, BlocYearStatus status,
                           List<BlocMember> members) {

    /** The unit that leads. */
    public BlocMember head() {
        return current().stream().filter(member -> member.role() == BlocRole.HEAD).findFirst().orElseThrow();
    }

    /** The units that lead beside the head. */
    public List<BlocMember> deputies() {
        return current().stream().filter(member -> member.role() == BlocRole.DEPUTY).toList();
    }

    /** Members that have not left. */
    public List<BlocMember> current() {
        return members.stream().filter(member -> member.until() == null).toList();
    }

    /** "Khối … năm 2026" or "… năm học 2025–2026". */
    public String title() {
        return name + (schoolYear ? " năm học " + year + "–" + (year + 1) : " năm " + year);
    }
}
