package vn.giaouoc.workflow.covenant;

import java.util.List;
import vn.giaouoc.covenant.CovenantKey;

/**
 * The contract of {@code processes/covenant} (business key {@code KT-2026-001/GU1}), {@code processes/covenant-member}
 * ({@code KT-2026-001/GU1/sgddt}) and {@code processes/covenant-annex} ({@code KT-2026-001/GU1/PL1}).
 */
public final class CovenantProcess {

    public static final String KEY = "covenant";
    public static final String MEMBER_KEY = "covenant-member";
    public static final String ANNEX_KEY = "covenant-annex";
    /** The bloc's year, the covenant, its members' parts and its annexes. */
    public static final List<String> ALL = List.of(BlocYearProcess.KEY, KEY, MEMBER_KEY, ANNEX_KEY);

    static final String SIGN_TASK = "userTask_signCovenant";
    static final String CONFIRM_TASK = "userTask_confirmPaper";

    // messages to the covenant
    static final String ALL_COMMENTED = "giaouoc.allCommented";
    static final String ALL_REGISTERED = "giaouoc.allRegistered";
    static final String IN_FORCE = "giaouoc.inForce";
    static final String ALL_SIGNED = "giaouoc.allSigned";
    static final String SIGNING_REFUSED = "giaouoc.signingRefused";
    // messages to a member's part
    static final String REGISTRATION_OPENED = "giaouoc.registrationOpened";
    static final String SIGNING_OPENED = "giaouoc.signingOpened";
    static final String SIGNING_STOPPED = "giaouoc.signingStopped";
    static final String SIGNED_ON_PAPER = "giaouoc.signedOnPaper";
    static final String SIGNING_CLOSED = "giaouoc.signingClosed";

    static final String COMMENT_DUE_AT = "commentDueAt";
    static final String REGISTER_DUE_AT = "registerDueAt";
    static final String SIGN_DUE_AT = "signDueAt";
    /** By when the open task of Sở Nội vụ is due. */
    static final String SNV_DUE_AT = "snvDueAt";
    static final String REGISTRATION_COMPLETE = "registrationComplete";
    static final String AGREED = "agreed";
    /** What the last decision on the signing was: {@link #REVISE}, {@link #RETURNED}, {@link #REFUSED}, CLOSE, EXTEND, KEEP, RECORD. */
    static final String OUTCOME = "outcome";
    static final String REVISE = "REVISE";
    static final String RETURNED = "RETURNED";
    /** Extended, and the head unit has refusals to answer first. */
    static final String REFUSED = "REFUSED";

    static final String LEAD_GROUP = "leadGroup";
    static final String CONFIRMED = "confirmed";
    static final String STEP = "step";
    /** Whether the head unit has marked the member's signature on paper before its part came to the signing. */
    static final String ON_PAPER = "onPaper";

    private CovenantProcess() {
    }

    /** {@code KT-2026-001/GU1} of any key of it. */
    static String covenant(String businessKey) {
        return CovenantKey.parse(businessKey).covenant();
    }

    /** {@code sgddt} of {@code KT-2026-001/GU1/sgddt}. */
    static String unit(String businessKey) {
        return CovenantKey.parse(businessKey).unit();
    }
}
