package vn.giaouoc.bench;

/** What is measured of a campaign, in the order in which it happens. */
enum Phase {
    CLICK("signing click (whole)", false, true),
    OPEN("opening", true, true),
    ANSWER("answering (2 clicks)", true, false),
    AMEND("amending", true, true),
    OPEN_REPORTS("opening reports", true, true),
    REPORT("reporting (2 clicks)", true, false),
    WITHDRAW("withdrawing", true, true);

    /** One unit of so many writes and approves: what a click costs does not need all of them. */
    private static final int SAMPLE = 10;

    final String label;
    final boolean perUnit;
    private final boolean all;

    Phase(String label, boolean perUnit, boolean all) {
        this.label = label;
        this.perUnit = perUnit;
        this.all = all;
    }

    /** By what its cost is divided. */
    int divisor(int units) {
        return !perUnit ? 1 : all ? units : Math.max(1, units / SAMPLE);
    }
}
