package vn.giaouoc.review;

import vn.giaouoc.report.ExemplaryModel;

/**
 * Điển hình tiên tiến, with the period it is recognised for: "2021–2023".
 *
 * @param unit   code of the member it comes from; a member's own report leaves it out
 * @param toYear null: it goes on; both null: this period
 */
public record ReviewModel(String unit, ExemplaryModel.Kind kind, String name, String achievement, Integer fromYear, Integer toYear) {

    ReviewModel of(String member) {
        return new ReviewModel(member, kind, name, achievement, fromYear, toYear);
    }
}
