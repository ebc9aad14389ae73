package vn.giaouoc.platform.engine;

import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/**
 * What an inspection needs and no more: the engine's "audit" plus decisions, user operations, incidents and identity
 * links; without a row for each change of a variable (see ADR 0003).
 */
final class AuditHistory implements HistoryLevel {

    static final String NAME = "giaouoc-audit";

    private static final Set<HistoryEventTypes> ADDED = EnumSet.of(
            HistoryEventTypes.DMN_DECISION_EVALUATE, HistoryEventTypes.USER_OPERATION_LOG,
            HistoryEventTypes.INCIDENT_CREATE, HistoryEventTypes.INCIDENT_DELETE, HistoryEventTypes.INCIDENT_RESOLVE,
            HistoryEventTypes.INCIDENT_MIGRATE, HistoryEventTypes.INCIDENT_UPDATE,
            HistoryEventTypes.IDENTITY_LINK_ADD, HistoryEventTypes.IDENTITY_LINK_DELETE);

    @Override
    public int getId() {
        return 21; // above the engine's own 0..3, unique in ACT_GE_PROPERTY
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return HISTORY_LEVEL_AUDIT.isHistoryEventProduced(type, entity)
                || type instanceof HistoryEventTypes known && ADDED.contains(known);
    }
}
