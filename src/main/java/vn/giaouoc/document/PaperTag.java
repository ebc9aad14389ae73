package vn.giaouoc.document;

import java.util.List;

/**
 * A place of a template that a paper fills.
 *
 * @param meaning Vietnamese, for the people who edit templates
 * @param inner   places inside a block of this one
 */
record PaperTag(String name, Kind kind, String meaning, List<PaperTag> inner) {

    /** How a place is written in Word. */
    enum Kind {
        /** {@code {{name}}}, or {@code {{?name}}…{{=#this}}…{{/name}}} to leave what is around it out as well. */
        TEXT,
        /** {@code {{?name}}…{{=#this}}…{{/name}}}, once for each text. */
        TEXTS,
        /** {@code {{?name}}…{{/name}}}, or nothing. */
        FLAG,
        /** {@code {{?name}}…{{/name}}} with places of its own, once for each part. */
        PARTS,
        /** {@code {{#name}}}, alone in its paragraph. */
        TABLE,
        /** {@code {{#name}}}, alone in its paragraph: the grid of signatures. */
        SIGNATURES,
        /** {@code {{#name}}}, alone in its paragraph: a picture the program draws. */
        PICTURE;

        /** Whether the program draws what stands there, so that a template cannot look inside. */
        boolean drawn() {
            return this == TABLE || this == SIGNATURES || this == PICTURE;
        }
    }

    static PaperTag of(String name, Kind kind, String meaning, PaperTag... inner) {
        return new PaperTag(name, kind, meaning, List.of(inner));
    }

    /** As it is typed in Word. */
    String written() {
        return switch (kind) {
            case TEXT -> "{{" + name + "}}";
            case TEXTS -> "{{?" + name + "}} {{=#this}} {{/" + name + "}}";
            case FLAG, PARTS -> "{{?" + name + "}} … {{/" + name + "}}";
            case TABLE, SIGNATURES, PICTURE -> "{{#" + name + "}}";
        };
    }
}
