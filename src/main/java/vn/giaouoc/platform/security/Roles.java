package vn.giaouoc.platform.security;

/** The groups this package has to know by name. */
final class Roles {

    static final String INTEGRATION = "integration";
    static final String ADMIN = "camunda-admin";
    static final String SUPERVISOR = "supervisor";
    /** Who plans the year: Sở Nội vụ, Văn phòng, supervisors and administrators; who of them decides, the calendar's own room knows. */
    static final String[] PLANNERS = {"snv-specialist", "snv-division-head", "snv-director", "office-check", SUPERVISOR, ADMIN};

    private Roles() {
    }
}
