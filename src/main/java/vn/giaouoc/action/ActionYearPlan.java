package vn.giaouoc.action;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocYears;
import vn.giaouoc.bloc.BlocYearView;
import vn.giaouoc.calendar.Foreseen;
import vn.giaouoc.calendar.PlannedDeadline;
import vn.giaouoc.calendar.YearPlan;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.platform.time.Deadlines;

/** What conferences of blocs have left to be done: the owners' dates, or once they have reported the head units' confirmations. */
@Component
class ActionYearPlan implements YearPlan {

    private static final String OWED = "Thực hiện kết luận, nhiệm vụ của khối";
    private static final String CONFIRM = "Trưởng khối xác nhận kết quả";

    private final BlocYears years;
    private final Organisation organisation;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;
    private final Clock clock;

    ActionYearPlan(BlocYears years, Organisation organisation, Deadlines deadlines, JdbcClient jdbc, Clock clock) {
        this.years = years;
        this.organisation = organisation;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param reportedAt when its owner reported; null while a result is owed */
    private record Open(String code, String blocYear, String ownerUnit, String headUnit, LocalDate dueOn, Instant reportedAt) {
    }

    @Override
    public List<PlannedDeadline> deadlines(LocalDate from, LocalDate to, Instant now) {
        Map<String, BlocYearView> blocs = years.during(from, to).stream().collect(Collectors.toMap(BlocYearView::code, Function.identity()));
        List<Open> open = open(blocs.keySet());
        Map<String, String> owners = organisation.current(open.stream().map(Open::ownerUnit).collect(Collectors.toSet()));
        return open.stream().flatMap(action -> ofAction(action, blocs.get(action.blocYear()), owners.get(action.ownerUnit()), now).stream()).toList();
    }

    private List<Open> open(Collection<String> blocYears) {
        return jdbc.sql("select a.code, a.bloc_year_code as bloc_year, a.owner_unit, a.head_unit, a.due_on, case when a.status = 'REPORTED' "
                        + "then (select max(reported_at) from bloc_action_report where action_code = a.code) end as reported_at "
                        + "from bloc_action a where a.bloc_year_code = any(?) and a.status in ('BLOCKED', 'OPEN', 'REPORTED') order by a.code")
                .param(blocYears.toArray(String[]::new)).query(Open.class).list();
    }

    private List<PlannedDeadline> ofAction(Open action, BlocYearView bloc, String owner, Instant now) {
        var plan = new Foreseen(action.code(), bloc.title(), action.reportedAt(), now, deadlines, clock.getZone());
        if (action.reportedAt() == null) {
            return plan.open(OWED, deadlines.at(action.dueOn()), Organisation.unitGroup(owner), Set.of(), true).list();
        }
        String head = bloc.head() == null ? action.headUnit() : bloc.head().unitCode();
        return plan.begun(deadlines.of(action.code()).standing("ACTION_CONFIRM")).next(CONFIRM, "ACTION_CONFIRM", Organisation.unitGroup(head)).list();
    }
}
