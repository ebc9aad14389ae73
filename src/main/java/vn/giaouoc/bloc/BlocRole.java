package vn.giaouoc.bloc;

/** What a member is in its bloc for that year. */
public enum BlocRole {
    HEAD("Trưởng "),
    DEPUTY("Phó Trưởng "),
    MEMBER("Thành viên");

    private final String label;

    BlocRole(String label) {
        this.label = label;
    }

    /** {@code Trưởng khối}, {@code Phó Trưởng cụm}, {@code Thành viên}. */
    public String label(BlocKind kind) {
        return this == MEMBER ? label : label + kind.word();
    }
}
