package vn.giaouoc.notification;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The trial's mail server: takes every letter, gives none away, forgets them when the program ends. */
@Component
@Profile("trial")
class MailCatcher {

    private static final int MOST = 500;

    private static final long START_MILLIS = 30_000; // a busy machine

    private final GreenMail server;

    MailCatcher() {
        var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(START_MILLIS);
        server = new GreenMail(setup);
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
    }

    /** A letter as it arrived. */
    record Caught(String to, String subject, Instant sentAt, String text) {
    }

    MailSettings settings() {
        return new MailSettings("127.0.0.1", server.getSmtp().getPort(), "", "", "giao-uoc@giaouoc.example", MailSettings.Security.NONE);
    }

    /** The latest letters, at most 500, the latest first. */
    List<Caught> letters() {
        List<Caught> letters = new ArrayList<>();
        for (MimeMessage message : server.getReceivedMessages()) {
            letters.add(read(message));
        }
        return letters.stream().sorted(Comparator.comparing(Caught::sentAt).reversed()).limit(MOST).toList();
    }

    private static Caught read(MimeMessage message) {
        try {
            return new Caught(((InternetAddress) message.getAllRecipients()[0]).getAddress(), message.getSubject(), message.getSentDate().toInstant(),
                    text(message));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            BodyPart first = parts.getBodyPart(0);
            return text(first);
        }
        return part.isMimeType("text/*") ? part.getContent().toString() : GreenMailUtil.getBody(part);
    }

    @PreDestroy
    void stop() {
        server.stop();
    }
}
