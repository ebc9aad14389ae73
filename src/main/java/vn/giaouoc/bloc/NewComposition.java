package vn.giaouoc.bloc;

import java.time.LocalDate;

/**
 * What the start form asks for.
 *
 * @param year         the calendar year, or that in which the school year begins
 * @param from         first day of a school year; of a calendar year it is known
 * @param to           its last day
 * @param campaignCode the regular campaign of that year; may be null
 */
public record NewComposition(Route route, Integer year, boolean schoolYear, LocalDate from, LocalDate to, String campaignCode) {

    /** Drafted and issued here, or issued outside and entered afterwards. */
    public enum Route { HERE, OUTSIDE }

    LocalDate firstDay() {
        return schoolYear ? from : LocalDate.of(year, 1, 1);
    }

    LocalDate lastDay() {
        return schoolYear ? to : LocalDate.of(year, 12, 31);
    }
}
