package vn.giaouoc.bloc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.UnitView;

/** Proposes who heads a bloc next: the member that has been head longest ago, or never; among those the order of the last decision. */
@Component
class Rotation {

    private record Headed(String unit, LocalDate from, int year, boolean schoolYear) {
    }

    private final BlocYears years;
    private final Organisation organisation;
    private final JdbcClient jdbc;

    Rotation(BlocYears years, Organisation organisation, JdbcClient jdbc) {
        this.years = years;
        this.organisation = organisation;
        this.jdbc = jdbc;
    }

    /** The blocs of the last period of this kind before the day, with head and deputies rotated; without the units that are no more. */
    List<BlocDraft> proposal(LocalDate from, boolean schoolYear) {
        return last(from, schoolYear).stream().map(year -> rotated(year, from)).filter(bloc -> !bloc.members().isEmpty()).toList();
    }

    /** Whose turn it is, for the same blocs. */
    List<RotationNote> notes(LocalDate from, boolean schoolYear) {
        return last(from, schoolYear).stream().map(year -> {
            Map<String, Headed> headed = headed(year.blocCode(), from);
            return new RotationNote(year.blocCode(), year.name(), year.head() == null ? null : year.head().unitName(), turns(year, headed)
                    .stream()
                    .map(member -> new RotationNote.Turn(member.unitCode(), member.unitName(),
                    Optional.ofNullable(headed.get(member.unitCode()))
                            .map(head -> BlocYearView.periodName(head.year(), head.schoolYear())).orElse(null))).toList());
        }).toList();
    }

    /** The unit that headed the bloc last before the day. */
    Optional<String> previousHead(String blocCode, LocalDate from) {
        return headed(blocCode, from).values().stream().max(Comparator.comparing(Headed::from)).map(Headed::unit);
    }

    private BlocDraft rotated(BlocYearView year, LocalDate from) {
        List<BlocMember> turns = turns(year, headed(year.blocCode(), from));
        List<String> leading = turns.stream().limit(1L + year.deputies().size()).map(BlocMember::unitCode).toList();
        List<MemberDraft> members = new ArrayList<>();
        for (BlocMember member : turns) {
            int place = leading.indexOf(member.unitCode());
            members.add(new MemberDraft(member.unitCode(), place == 0 ? BlocRole.HEAD : place > 0 ? BlocRole.DEPUTY : BlocRole.MEMBER));
        }
        return new BlocDraft(year.blocCode(), year.kind(), year.name(), members, year.rules(), year.criteria());
    }

    private List<BlocYearView> last(LocalDate from, boolean schoolYear) {
        return jdbc.sql("select code from bloc_year where school_year = :school and from_date = (select max(from_date) from bloc_year "
                        + "where school_year = :school and from_date < :from) order by code").param("school", schoolYear).param("from",
                        from)
                .query(String.class).list().stream().map(years::get).toList();
    }

    /** The active members of a period: first who never was head, then who was longest ago; otherwise as in the decision. */
    private List<BlocMember> turns(BlocYearView year, Map<String, Headed> headed) {
        List<String> active = organisation.units(year.current().stream().map(BlocMember::unitCode).toList()).stream()
                .filter(unit -> unit.active() && unit.hasAccount()).map(UnitView::code).toList();
        return year.current().stream().filter(member -> active.contains(member.unitCode()))
                .sorted(Comparator.comparing(member -> Optional.ofNullable(headed.get(member.unitCode())).map(Headed::from)
                .orElse(LocalDate.MIN)))
                .toList();
    }

    /** Who was head of this bloc before the day, each with the last time. */
    private Map<String, Headed> headed(String blocCode, LocalDate from) {
        return jdbc.sql("select distinct on (m.unit_code) m.unit_code, y.from_date, y.year, y.school_year from bloc_member m "
                        + "join bloc_year y on y.code = m.bloc_year_code where y.bloc_code = ? and m.role = 'HEAD' and y.from_date < ? "
                        + "order by m.unit_code, y.from_date desc").params(blocCode, from)
                .query((rs, n) -> new Headed(rs.getString(1), rs.getObject(2, LocalDate.class), rs.getInt(3), rs.getBoolean(4))).list().stream()
                .collect(Collectors.toMap(Headed::unit, Function.identity()));
    }
}
