package vn.giaouoc.bloc;

/** What a unit is in its bloc. */
public enum BlocRole {
    HEAD("Trưởng"),
    DEPUTY("Phó Trưởng"),
    MEMBER("Thành viên");

    private final String label;

    BlocRole(String label) {
        this.label = label;
    }

    /** "Trưởng khối", "Phó Trưởng cụm", "Thành viên". */
    public String label(BlocKind kind) {
        return this == MEMBER ? label : label + (kind == BlocKind.CUM ? " cụm" : " khối");
    }
}
