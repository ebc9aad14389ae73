package vn.giaouoc.signature;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.persistence.SqlMoment;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.InvalidInput;

/**
 * Who has entered the password for exactly one signature, and when; never the password. Forms prove the identity before they complete
 * their task, as a form's data is stored. A proof holds for ten minutes and one signature.
 */
@Component
public class IdentityProofs {

    private static final Duration HOLDS = Duration.ofMinutes(10);

    private final Reauthentication reauthentication;
    private final JdbcClient jdbc;
    private final Clock clock;

    IdentityProofs(Reauthentication reauthentication, JdbcClient jdbc, Clock clock) {
        this.reauthentication = reauthentication;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notes that the password was right; a later proof of the same person and subject takes the place of this one.
     *
     * @param subject business key of what shall be signed
     * @param digest  of exactly what the person has read
     * @throws InvalidInput at {@code password}
     */
    public void prove(Actor actor, String subject, String digest, String password) {
        reauthentication.require(actor, password);
        jdbc.sql("insert into identity_proof values (:user, :subject, :digest, :at) on conflict (user_id, subject) "
                        + "do update set digest = :digest, proven_at = :at").param("user", actor.userId()).param("subject", subject)
                .param("digest", digest).param("at", SqlMoment.of(clock.instant())).update();
    }

    /** Uses the proof up, in the transaction of the signature. @throws InvalidInput at {@code password}: there is none, or it is too old */
    public void consume(Actor actor, String subject, String digest) {
        Instant oldest = clock.instant().minus(HOLDS);
        int proofs = jdbc.sql("delete from identity_proof where user_id = ? and subject = ? and digest = ? and proven_at >= ?")
                .params(actor.userId(), subject, digest, SqlMoment.of(oldest)).update();
        if (proofs == 0) {
            throw new InvalidInput("password", "Nhập lại mật khẩu để xác nhận chữ ký.");
        }
    }
}
