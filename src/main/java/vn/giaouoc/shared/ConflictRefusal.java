package vn.giaouoc.shared;

/** Not possible in the present state (HTTP 409). */
public final class ConflictRefusal extends BusinessRefusal {

    public ConflictRefusal(String message) {
        super(message);
    }
}
