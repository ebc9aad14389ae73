package vn.giaouoc.commendation;

/** The reviews of blocs that proposals arise at; {@code workflow} answers for the room of reviews. */
public interface ProposalOrigins {

    /** Whether this is the business key of a review that the bloc has begun. */
    boolean isReview(String blocYear, String originCase);
}
