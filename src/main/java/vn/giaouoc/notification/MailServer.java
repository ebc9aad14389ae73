package vn.giaouoc.notification;

import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Talks SMTP, and knows what each answer means for the letter. */
@Component
class MailServer {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";
    /** The server closes down (RFC 5321, 3.8): it may say so at any letter, and means all of them. */
    private static final int NOT_AVAILABLE = 421;

    private final MailSettings settings;
    private final String place;
    private final Clock clock;

    MailServer(MailSettings settings, @Value("${giaouoc.place}") String place, Clock clock) {
        this.settings = settings;
        this.place = place;
        this.clock = clock;
    }

    /** What became of a letter that was handed to the server. */
    enum Result {
        SENT,
        /** For good: no such address, say. */
        REFUSED,
        /** For now. */
        LATER,
        /** The connection broke before the server said yes or no. */
        UNCLEAR
    }

    /** @param problem in the server's words; null when sent */
    record Answer(Result result, String problem) {
    }

    /** A letter of the outbox. */
    record Outgoing(UUID id, String address, String subject, String text, String html) {
    }

    /** Nothing was handed over: the server does not answer, or does not take letters from us. Worth trying again. */
    static final class Down extends Exception {

        Down(MessagingException cause) {
            super("Máy chủ thư không nhận kết nối hoặc không nhận thư của hệ thống: " + cause.getMessage(), cause);
        }
    }

    /** One connection; opened at the first letter and again when it was lost. */
    final class Connection implements AutoCloseable {

        private final Session session = session();
        private Transport transport;

        /** @throws Down nothing was handed over */
        Answer send(Outgoing mail) throws Down {
            MimeMessage message;
            try {
                message = message(session, mail);
            } catch (MessagingException e) {
                return new Answer(Result.REFUSED, e.getMessage());
            }
            connect();
            try {
                transport.sendMessage(message, message.getAllRecipients());
                return new Answer(Result.SENT, null);
            } catch (MessagingException e) {
                return answer(e);
            }
        }

        private void connect() throws Down {
            try {
                if (transport == null || !transport.isConnected()) { // asks the server
                    transport = session.getTransport();
                    transport.connect();
                }
            } catch (MessagingException e) {
                transport = null;
                throw new Down(e);
            }
        }

        @Override
        public void close() {
            try {
                if (transport != null) {
                    transport.close();
                }
            } catch (MessagingException e) {
                transport = null; // whatever was to be said has been said
            }
        }
    }

    Connection connection() {
        return new Connection();
    }

    /** Reads the whole chain of failures: what the server said of sender, receiver and letter are links of it. */
    private static Answer answer(MessagingException failure) throws Down {
        int code = -1;
        String said = failure.getMessage();
        for (Exception link = failure; link instanceof MessagingException; link = ((MessagingException) link).getNextException()) {
            if (link instanceof SMTPSenderFailedException) {
                throw new Down(failure); // our own address is refused: a setting is wrong, not this letter
            }
            if (link instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
                said = address.getMessage();
            } else if (link instanceof SMTPSendFailedException send && code < 0) {
                code = send.getReturnCode();
                said = send.getMessage();
            }
        }
        if (code == NOT_AVAILABLE) {
            throw new Down(failure);
        }
        return new Answer(code < 0 ? Result.UNCLEAR : code >= 500 ? Result.REFUSED : Result.LATER, said);
    }

    private Session session() {
        Properties properties = new Properties();
        String protocol = settings.security() == MailSettings.Security.TLS ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "host", settings.host());
        properties.setProperty(prefix + "port", String.valueOf(settings.port()));
        properties.setProperty(prefix + "auth", String.valueOf(!settings.user().isBlank()));
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "writetimeout", ANSWER_MILLIS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (settings.security() == MailSettings.Security.STARTTLS) {
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.user(), settings.password());
            }
        });
    }

    private MimeMessage message(Session session, Outgoing mail) throws MessagingException {
        String domain = settings.from().substring(settings.from().indexOf('@') + 1);
        MimeMessage message = new SameEachTime(session, "<" + mail.id() + "@" + domain + ">");
        var helper = new MimeMessageHelper(message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        try {
            helper.setFrom(new InternetAddress(settings.from(), "Giao Ước – " + place, StandardCharsets.UTF_8.name()));
        } catch (java.io.UnsupportedEncodingException e) {
            throw new MessagingException("UTF-8", e);
        }
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.address(), true));
        helper.setSubject(mail.subject());
        helper.setText(mail.text(), mail.html());
        helper.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        return message;
    }

    /** A letter that keeps its Message-ID however often it is sent, so that a second copy is known as one. */
    private static final class SameEachTime extends MimeMessage {

        private final String id;

        SameEachTime(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
