package vn.giaouoc.document;

/** Why a template cannot be used; the message is Vietnamese, for the administrator who uploads it. */
final class TemplateFault extends Exception {

    TemplateFault(String message) {
        super(message);
    }

    TemplateFault(String message, Throwable cause) {
        super(message, cause);
    }
}
