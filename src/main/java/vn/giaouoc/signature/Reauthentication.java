package vn.giaouoc.signature;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.giaouoc.platform.security.Accounts;
import vn.giaouoc.platform.security.AttemptLimit;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.InvalidInput;

/**
 * The password once more at the moment of signing. A wrong one counts as at the login: against the address and against the
 * account, which is locked after as many. Nothing of the password is kept or logged.
 */
@Service
public class Reauthentication {

    private static final Logger LOG = LoggerFactory.getLogger(Reauthentication.class);
    private static final int LONGEST_PASSWORD = 200;
    private static final String FIELD = "password";

    private final Accounts accounts;
    private final AttemptLimit limit;
    /**
     * Counts wrong passwords apart from the caller's transaction (and engine command), which the refusal undoes; on a thread
     * of its own, because the engine would draw a call on the same thread into the command that is under way.
     */
    private final ExecutorService counting = Executors.newFixedThreadPool(2);

    Reauthentication(Accounts accounts, AttemptLimit limit) {
        this.accounts = accounts;
        this.limit = limit;
    }

    /**
     * Passes when this is the actor's own password.
     *
     * @throws InvalidInput at {@code password}: missing, wrong, account locked, or too many tries from this address
     */
    public void require(Actor actor, String password) {
        if (password == null || password.isBlank()) {
            throw new InvalidInput(FIELD, "Hãy nhập mật khẩu của bạn để xác nhận.");
        }
        String address = address();
        String person = "user:" + actor.userId();
        if (limit.exceeded(address) || limit.exceeded(person)) {
            LOG.warn("Confirmation refused, too many wrong passwords: {} from {}", actor.userId(), address);
            throw new InvalidInput(FIELD, "Đã nhập sai mật khẩu quá nhiều lần. Hãy thử lại sau 5 phút.");
        }
        Accounts.Outcome outcome = password.length() > LONGEST_PASSWORD ? Accounts.Outcome.WRONG
                : accounts.compare(actor.userId(), password);
        if (outcome == Accounts.Outcome.ACCEPTED) {
            return;
        }
        limit.count(address);
        limit.count(person);
        if (outcome == Accounts.Outcome.WRONG) {
            outcome = counted(actor.userId(), password);
        }
        throw new InvalidInput(FIELD, outcome == Accounts.Outcome.LOCKED
                ? "Tài khoản đã bị khóa vì nhập sai mật khẩu nhiều lần. Hãy nhờ quản trị viên mở khóa." : "Mật khẩu không đúng.");
    }

    private Accounts.Outcome counted(String userId, String password) {
        try {
            return CompletableFuture.supplyAsync(() -> accounts.check(userId, password), counting).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? request.getRequest().getRemoteAddr() : "unknown";
    }

    @PreDestroy
    void end() {
        counting.shutdown();
    }
}
