package vn.giaouoc.shared;

/** Which cases exist; every feature that has cases answers for its own. No process runs without its case. */
public interface CaseRegister {

    /** Whether case codes of this form ({@code PT-2024-003}) are this feature's. */
    boolean keeps(String caseCode);

    /** Whether there is a case with this code; for the engine's side, without asking who wants to know. */
    boolean exists(String caseCode);
}
