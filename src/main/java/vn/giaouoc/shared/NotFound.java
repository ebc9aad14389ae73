package vn.giaouoc.shared;

/** What was asked for does not exist, or may not be known to exist (HTTP 404). */
public final class NotFound extends BusinessRefusal {

    public NotFound(String message) {
        super(message);
    }
}
