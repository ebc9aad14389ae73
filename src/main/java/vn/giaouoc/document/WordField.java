package vn.giaouoc.document;

import java.util.Locale;
import java.util.Set;

/** Follows a field of Word through its runs: begin, instruction, separate, result as Word left it, end. */
final class WordField {

    /** Fields that are computed anew. */
    static final Set<String> NUMBERS = Set.of("PAGE", "NUMPAGES");

    private final StringBuilder instruction = new StringBuilder();
    private boolean instructing;
    private boolean open;

    /** @return whether the field has just ended */
    boolean mark(String type) {
        boolean ends = open && "end".equals(type);
        if ("begin".equals(type)) {
            instruction.setLength(0);
        }
        instructing = "begin".equals(type);
        open = !"end".equals(type);
        return ends;
    }

    void instruction(String text) {
        if (instructing) {
            instruction.append(text);
        }
    }

    /** Whether what comes now is replaced by a number of ours. */
    boolean replaces() {
        return open && NUMBERS.contains(kind());
    }

    String kind() {
        return kind(instruction.toString());
    }

    /** The first word of an instruction: {@code PAGE \* MERGEFORMAT} is PAGE. */
    static String kind(String instruction) {
        return instruction == null ? "" : instruction.strip().split("\\s")[0].toUpperCase(Locale.ROOT);
    }
}
