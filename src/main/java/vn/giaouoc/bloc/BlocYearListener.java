package vn.giaouoc.bloc;

/** What a feature does when something happens to the year of a bloc. Called in the transaction of that; a repeat must change nothing. */
public interface BlocYearListener {

    /** The bloc's year is closed. */
    void closed(String blocYear);

    /** Another unit heads the bloc from now on, because the one before has ended. */
    void headChanged(String blocYear);
}
