package vn.giaouoc.action;

import vn.giaouoc.bloc.BlocYearView;

/** What a conference of a bloc leaves to be done. */
public enum ActionKind {
    CONCLUSION,
    SECOND_HALF_TASK;

    /** Vietnamese, as officials read it: "Nhiệm vụ 6 tháng cuối năm 2026". @param year the bloc's */
    public String label(BlocYearView year) {
        return switch (this) {
            case CONCLUSION -> "Kết luận hội nghị";
            case SECOND_HALF_TASK -> "Nhiệm vụ " + year.secondHalf();
        };
    }
}
