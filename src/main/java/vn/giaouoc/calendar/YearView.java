package vn.giaouoc.calendar;

import java.time.LocalDate;
import java.util.List;

/** The deadlines of a year, what clashes in it and who has how much. */
public record YearView(int year, List<Item> items, List<Clash> clashes, List<Load> loads) {

    /**
     * @param who     who has to do it, as officials read it
     * @param people  how many units or offices have to: 1 for a role
     * @param dayOff  why the day is no working day; null when it is one
     */
    public record Item(String id, LocalDate day, String caseCode, String title, String what, String who, int people, boolean fixed,
                       boolean foreseen, String dayOff) {
    }

    /** @param kind SAME_DAY, BUSY_WEEK, DAY_OFF, TET_WEEK @param items ids of what clashes */
    public record Clash(String kind, LocalDate day, String message, List<String> items) {
    }

    /** @param months deadlines in each month, twelve numbers */
    public record Load(String who, List<Integer> months, int total) {
    }
}
