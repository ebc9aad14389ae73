package vn.giaouoc.review;

import java.util.List;

/** What a member reports. Lists are never null. @param figures only what is not taken from campaigns, and what falls short */
public record MemberReport(List<FigureEntry> figures, String results, String difficulties, String proposals, List<ReviewModel> models) {

    public MemberReport {
        figures = figures == null ? List.of() : figures;
        models = models == null ? List.of() : models;
    }
}
