package vn.giaouoc.platform.security;

/** The groups this package has to know by name. */
final class Roles {

    static final String INTEGRATION = "integration";
    static final String ADMIN = "camunda-admin";
    static final String SUPERVISOR = "supervisor";

    private Roles() {
    }
}
