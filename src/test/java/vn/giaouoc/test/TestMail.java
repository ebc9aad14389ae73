package vn.giaouoc.test;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import vn.giaouoc.notification.MailSettings;

/** A real SMTP server for the tests of mails; it runs only when a test starts it, always on the same port. */
@TestConfiguration(proxyBeanMethods = false)
public class TestMail {

    @Bean
    Server mailServerOfTests() throws IOException {
        return new Server();
    }

    @Bean
    @Primary
    MailSettings mailSettingsOfTests(Server server) {
        return new MailSettings("127.0.0.1", server.port, "", "", "giao-uoc@giaouoc.example", MailSettings.Security.NONE);
    }

    /** A letter as it arrived. */
    public record Received(String to, String subject, String id, String text, String html) {
    }

    /** Started and stopped at will. What arrived is gone when it stops. */
    public static final class Server {

        private final int port;
        private GreenMail mail;

        Server() throws IOException {
            try (var free = new ServerSocket(0)) {
                port = free.getLocalPort();
            }
        }

        public int port() {
            return port;
        }

        public void start() {
            var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
            setup.setServerStartupTimeout(30_000); // a busy machine
            mail = new GreenMail(setup);
            mail.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
            mail.start();
        }

        @PreDestroy
        public void stop() {
            if (mail != null) {
                mail.stop();
                mail = null;
            }
        }

        /** What has arrived since the start, for one address. */
        public List<Received> received(String to) {
            return received().stream().filter(letter -> letter.to().equals(to)).toList();
        }

        /** What has arrived since the start. */
        public List<Received> received() {
            List<Received> received = new ArrayList<>();
            for (MimeMessage message : mail.getReceivedMessages()) {
                try {
                    List<String> parts = new ArrayList<>();
                    texts(message, parts);
                    received.add(new Received(message.getAllRecipients()[0].toString(), message.getSubject(), message.getMessageID(),
                            parts.get(0).replace("\r\n", "\n"), parts.get(1)));
                } catch (MessagingException | IOException e) {
                    throw new AssertionError(e);
                }
            }
            return received;
        }

        private static void texts(Part part, List<String> found) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    texts(parts.getBodyPart(i), found);
                }
            } else {
                found.add(part.getContent().toString());
            }
        }
    }
}
