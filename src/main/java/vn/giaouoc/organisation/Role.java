package vn.giaouoc.organisation;

import java.util.Arrays;
import java.util.Optional;

/** What a person does beyond its unit; each is a group of the engine. */
public enum Role {
    SNV_SPECIALIST("snv-specialist", "Chuyên viên thi đua, khen thưởng"),
    SNV_DIVISION_HEAD("snv-division-head", "Trưởng phòng thi đua, khen thưởng"),
    SNV_DIRECTOR("snv-director", "Giám đốc Sở Nội vụ"),
    OFFICE_CHECK("office-check", "Văn phòng UBND tỉnh: kiểm tra thể thức, thẩm quyền"),
    OFFICE_CLERK("office-clerk", "Văn thư"),
    CHAIRMAN("chairman", "Chủ tịch UBND tỉnh"),
    DEPUTY_CHAIRMAN("deputy-chairman", "Phó Chủ tịch UBND tỉnh"),
    SUPERVISOR("supervisor", "Giám sát"),
    INTEGRATION("integration", "Hệ thống kết nối"),
    ADMIN("camunda-admin", "Quản trị hệ thống");

    private final String group;
    private final String label;

    Role(String group, String label) {
        this.group = group;
        this.label = label;
    }

    /** Id of the engine's group. */
    public String group() {
        return group;
    }

    /** Vietnamese, as officials read it. */
    public String label() {
        return label;
    }

    /** The role of this group id. */
    public static Optional<Role> of(String group) {
        return Arrays.stream(values()).filter(role -> role.group.equals(group)).findFirst();
    }
}
