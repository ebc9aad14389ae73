package vn.giaouoc.notification;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Which mail server there is: the one of the environment, in the trial its own catcher. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Portions.class)
class MailSetup {

    @Bean
    MailSettings mailSettings(Environment environment, ObjectProvider<MailCatcher> catcher) {
        String host = environment.getProperty("giaouoc.mail.host", "");
        MailCatcher own = host.isBlank() ? catcher.getIfAvailable() : null;
        if (own != null) {
            return own.settings();
        }
        return new MailSettings(host, environment.getProperty("giaouoc.mail.port", Integer.class, 587),
                environment.getProperty("giaouoc.mail.user", ""), environment.getProperty("giaouoc.mail.password", ""),
                environment.getProperty("giaouoc.mail.from", ""),
                environment.getProperty("giaouoc.mail.security", MailSettings.Security.class, MailSettings.Security.STARTTLS));
    }
}
