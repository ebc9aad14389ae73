package vn.giaouoc.workflow.bloc;

/** The contract of {@code processes/bloc-composition/bloc-composition.bpmn}. Business key: the composition, {@code TL-2026-01}. */
public final class BlocProcess {

    public static final String KEY = "bloc-composition";

    static final String OPEN_BLOCS = "serviceTask_openBlocs";

    static final String ENTRY = "entry";
    static final String DRAFT_DUE_AT = "draftDueAt";
    static final String PAPER_KEY = "paperKey";
    static final String ABANDONED = "abandoned";
    static final String BATCHES = "batches";
    static final String BATCH = "batch";
    static final String FOLLOW_DUE_AT = "followDueAt";

    private BlocProcess() {
    }
}
