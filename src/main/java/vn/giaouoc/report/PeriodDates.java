package vn.giaouoc.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.Plan;
import vn.giaouoc.platform.time.Deadlines;
import vn.giaouoc.platform.time.WorkingDays;

/** The dates on which a plan asks for reports, as far as the table of holidays reaches, and which period stands for which. */
@Component
class PeriodDates {

    /** Earlier than any period is opened, late enough for the year's table of holidays. */
    private static final java.time.Period EARLY = java.time.Period.ofMonths(2);

    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final Clock clock;

    PeriodDates(Deadlines deadlines, WorkingDays workingDays, Clock clock) {
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** @param date null: not known yet */
    record Wanted(ReportKind kind, LocalDate date) {

        boolean is(Period period) {
            return kind == period.kind() && Objects.equals(period.reportDate(), date);
        }
    }

    /**
     * Which date of a plan each period that has begun stands for: its own, else the next of its kind. So a date that an amendment moves
     * makes no second period.
     *
     * @param dates by the period's number; none: the plan has no date for it any more
     * @param open  dates without a period
     */
    record Matched(Map<Integer, Wanted> dates, List<Wanted> open) {

        static Matched of(List<Period> begun, List<Wanted> wanted) {
            List<Wanted> open = new ArrayList<>(wanted);
            Map<Integer, Wanted> dates = new HashMap<>();
            take(begun, open, dates, Wanted::is);
            take(begun, open, dates, (date, period) -> date.kind() == period.kind());
            return new Matched(dates, open);
        }

        private static void take(List<Period> begun, List<Wanted> open, Map<Integer, Wanted> dates, BiPredicate<Wanted, Period> fits) {
            for (Period period : begun) {
                if (!dates.containsKey(period.seq())) {
                    open.stream().filter(date -> fits.test(date, period)).findFirst().ifPresent(date -> {
                        dates.put(period.seq(), date);
                        open.remove(date);
                    });
                }
            }
        }
    }

    /** Whether the tổng kết has begun: no period is opened after it. */
    static boolean finalBegun(List<Period> begun) {
        return begun.stream().anyMatch(period -> period.kind() == ReportKind.FINAL);
    }

    /** When it is opened; where the table of holidays does not reach so far yet, when to look again. */
    Instant opensAt(String code, Plan plan, Wanted first) {
        Instant lookAgain = deadlines.at(first.date() == null ? plan.to() : first.date().minus(EARLY));
        boolean known = first.date() != null && workingDays.knows(first.date().getYear());
        if (!known && lookAgain.isAfter(clock.instant())) {
            return lookAgain;
        }
        boolean computed = first.kind() == ReportKind.FINAL && finalReview(code, plan, Periods.FINAL_REVIEW) != null;
        return deadlines.of(code).morningBefore("REPORT_OPEN", deadlines.at(first.date()), computed ? Periods.FINAL_REVIEW : null);
    }

    /** The tổng kết of a plan that gives no date for it, kept with its basis; null when it gives one. */
    Instant finalReview(String caseCode, Plan plan, String slot) {
        return plan.finalReviewDate() != null ? null
                : deadlines.of(caseCode).dueAs(slot, Periods.FINAL_REVIEW, deadlines.at(plan.to()), null);
    }

    /** The dates of the plan in order, the tổng kết last. */
    List<Wanted> of(Plan plan) {
        LocalDate last = finalDate(plan);
        List<Wanted> dates = new ArrayList<>(plan.reportingDates().stream()
                .map(date -> new Wanted(ReportKind.valueOf(date.kind().name()), date.date()))
                .filter(date -> last == null || date.date().isBefore(last)).distinct().sorted(Comparator.comparing(Wanted::date)).toList());
        dates.add(new Wanted(ReportKind.FINAL, last));
        return dates;
    }

    /**
     * The date of the tổng kết: the plan's, or counted from the end of the campaign; null while the campaign lasts and the table of
     * holidays does not reach so far.
     */
    private LocalDate finalDate(Plan plan) {
        if (plan.finalReviewDate() != null) {
            return plan.finalReviewDate();
        }
        Instant end = deadlines.at(plan.to());
        Instant counted = end.isAfter(clock.instant()) ? deadlines.dueIfKnown(Periods.FINAL_REVIEW, end).orElse(null)
                : deadlines.due(Periods.FINAL_REVIEW, end).dueAt();
        return counted == null ? null : LocalDate.ofInstant(counted, clock.getZone());
    }
}
