package vn.giaouoc.document;

import java.util.Set;

/** What a template must have room for, by the form of the paper it prints. */
enum PaperForm {
    /** A numbered paper of one signer (NĐ 30/2020/NĐ-CP, Phụ lục I). */
    NUMBERED("number", "date", "grounds", "closing", "receivers", "capacity", "signer"),
    /** A paper of a bloc or an annex to it: no number series, signed by those it binds or its head unit, checked by its code. */
    COVENANT("date", "grounds", "note", "closing", "signatures", "qr", "address", "digest"),
    /** A bloc's report: as a covenant, with those it goes to beside the signature. */
    BLOC_REPORT("date", "note", "closing", "receivers", "signatures", "qr", "address", "digest"),
    /** A list that goes with another paper. */
    LIST("date", "note", "receivers", "capacity", "signer"),
    /** Minutes: signed by secretary and chair. */
    MINUTES("number", "note", "closing", "signatures");

    private static final Set<String> ALWAYS = Set.of("body", "title", "opening", "heading", "first", "rest", "table");

    private final Set<String> needed;

    PaperForm(String... needed) {
        this.needed = Set.of(needed);
    }

    static PaperForm of(String template) {
        return switch (template) {
            case "GU", "PL" -> COVENANT;
            case "SK" -> BLOC_REPORT;
            case "DK" -> LIST;
            case "BB" -> MINUTES;
            default -> NUMBERED;
        };
    }

    boolean needs(String place) {
        return ALWAYS.contains(place) || needed.contains(place);
    }
}
