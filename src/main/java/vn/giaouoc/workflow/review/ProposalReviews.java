package vn.giaouoc.workflow.review;

import org.springframework.stereotype.Component;
import vn.giaouoc.commendation.ProposalOrigins;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.review.ReviewQueries;

/** What reviews tell proposals for commendation, so that neither room needs to know the other. */
@Component
class ProposalReviews implements ProposalOrigins {

    private final ReviewQueries reviews;

    ProposalReviews(ReviewQueries reviews) {
        this.reviews = reviews;
    }

    @Override
    public boolean isReview(String blocYear, String originCase) {
        return ReviewKey.of(blocYear).equals(originCase) && reviews.begun(originCase);
    }
}
