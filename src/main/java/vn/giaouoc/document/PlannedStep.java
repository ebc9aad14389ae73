package vn.giaouoc.document;

import vn.giaouoc.organisation.Role;

/** A step every paper of this province passes. @param deadline parameter of its deadline */
public record PlannedStep(ApprovalStep step, String deadline) {

    /** Engine group of those who take it. */
    public String group() {
        return switch (step) {
            case DRAFT -> Role.SNV_SPECIALIST.group();
            case DIVISION -> Role.SNV_DIVISION_HEAD.group();
            case DIRECTOR -> Role.SNV_DIRECTOR.group();
            case OFFICE -> Role.OFFICE_CHECK.group();
            case SIGN -> Role.CHAIRMAN.group();
            case REGISTER -> Role.OFFICE_CLERK.group();
        };
    }
}
