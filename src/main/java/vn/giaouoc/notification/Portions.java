package vn.giaouoc.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much is done in one transaction or job, so that no lock is held for long.
 *
 * @param tasks   that are looked at
 * @param people  whose letters are written
 * @param letters that are sent
 */
@ConfigurationProperties("giaouoc.mail.portions")
record Portions(int tasks, int people, int letters) {
}
