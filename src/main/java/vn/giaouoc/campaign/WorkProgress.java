package vn.giaouoc.campaign;

import java.util.Set;

/** What became of registered works; asked before one is taken back. */
public interface WorkProgress {

    /** Numbers of the unit's works of which a report, or a settlement, has said something. */
    Set<Integer> recorded(String campaignCode, String unitCode);
}
