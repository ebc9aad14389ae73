package vn.giaouoc.review;

/** A movement (phong trào) the bloc looks back at, with its own period: 2019–2025. @param toYear null: it goes on; both null: this period */
public record Movement(String title, Integer fromYear, Integer toYear, String results) {
}
