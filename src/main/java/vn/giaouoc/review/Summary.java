package vn.giaouoc.review;

import java.util.List;

/**
 * What the head unit makes of the members' reports. Lists are never null.
 *
 * @param models of all members, as the bloc recognises them
 * @param added  of members that reported after it; the product's, never entered
 */
public record Summary(String overview, String results, String limitations, List<Movement> movements, List<ReviewModel> models,
                      List<ReviewModel> added) {

    public Summary {
        movements = movements == null ? List.of() : movements;
        models = models == null ? List.of() : models;
        added = added == null ? List.of() : added;
    }

    Summary with(List<ReviewModel> later) {
        return new Summary(overview, results, limitations, movements, models, later);
    }
}
