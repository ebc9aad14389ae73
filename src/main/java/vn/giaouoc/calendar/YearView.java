package vn.giaouoc.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;

/** The deadlines of a year, what clashes in it and who has how much. */
public record YearView(int year, List<Item> items, List<Clash> clashes, List<Load> loads) {

    /**
     * @param who     who has to do it, as officials read it
     * @param people  how many units or offices have to: 1 for a role
     * @param fixed   the date is written in a paper or was typed; else computed
     * @param dayOff  why the day is no working day; null when it is one
     */
    public record Item(String id, LocalDate day, String caseCode, String title, String what, String who, int people, boolean fixed,
                       DeadlineState state, String dayOff) {

        /** The state as officials read it: of a date to come that a paper names, that it does. */
        @JsonProperty
        public String stateName() {
            return state == DeadlineState.SET && fixed ? "Theo văn bản" : state.label();
        }
    }

    /** @param kind SAME_DAY, BUSY_WEEK, DAY_OFF, TET_WEEK @param items ids of what clashes */
    public record Clash(String kind, LocalDate day, String message, List<String> items) {
    }

    /** What is not done yet. @param months deadlines in each month, twelve numbers */
    public record Load(String who, List<Integer> months, int total) {
    }
}
