package vn.giaouoc.notification;

/**
 * The mail server as the environment names it.
 *
 * @param host     blank: letters are written and kept, none is sent
 * @param user     blank: the server asks for no password
 * @param from     address of the sender
 * @param security how the connection is protected
 */
public record MailSettings(String host, int port, String user, String password, String from, Security security) {

    /** NONE only within one machine or a closed network. */
    public enum Security {
        STARTTLS, TLS, NONE
    }

    /** Whether there is a mail server. */
    public boolean on() {
        return !host.isBlank();
    }
}
