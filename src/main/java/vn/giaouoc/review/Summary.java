package vn.giaouoc.review;

import java.util.List;

/** What the head unit makes of the members' reports. Lists are never null. @param models of all members, as the bloc recognises them */
public record Summary(String overview, String results, String limitations, List<Movement> movements, List<ReviewModel> models) {

    public Summary {
        movements = movements == null ? List.of() : movements;
        models = models == null ? List.of() : models;
    }
}
