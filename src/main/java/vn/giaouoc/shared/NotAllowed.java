package vn.giaouoc.shared;

/** The person may not do this (HTTP 403). */
public final class NotAllowed extends BusinessRefusal {

    public NotAllowed(String message) {
        super(message);
    }
}
