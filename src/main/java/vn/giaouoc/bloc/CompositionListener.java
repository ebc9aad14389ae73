package vn.giaouoc.bloc;

/** What a feature does when a decision that composes blocs comes into force. Called once, in the transaction of that. */
public interface CompositionListener {

    /** The decision is in force; its blocs' years exist, none of them opened yet. */
    void inForce(String compositionCode);
}
