package vn.giaouoc.bloc;

/** What a feature does when the year of a bloc closes. Called in the closing's transaction; a repeat must change nothing. */
public interface BlocYearListener {

    /** The bloc's year is closed. */
    void closed(String blocYear);
}
