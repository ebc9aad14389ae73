package vn.giaouoc.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.giaouoc.platform.security.Accounts;
import vn.giaouoc.platform.security.AttemptLimit;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.test.IntegrationTest;
import vn.giaouoc.test.Officials;

/** The password at the moment of signing: counted as at the login, whatever becomes of the transaction around it. */
class ReauthenticationIT extends IntegrationTest {

    private static final String PERSON = "thutruong.skhcn";

    @Autowired
    Accounts accounts;
    @Autowired
    Officials officials;
    @Autowired
    IdentityService identities;
    @Autowired
    ProcessEngineConfiguration configuration;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;

    /** One with a counter of its own: the product's counts all tests as one address. */
    private Reauthentication reauthentication;
    private Actor actor;

    @BeforeEach
    void setUp() {
        reauthentication = new Reauthentication(accounts, new AttemptLimit(30, System::nanoTime));
        actor = officials.actor(PERSON);
    }

    @AfterEach
    void unlock() {
        reauthentication.end();
        identities.unlockUser(PERSON);
    }

    private int attempts() {
        return jdbc.sql("select coalesce(attempts_, 0) from act_id_user where id_ = ?").param(PERSON).query(Integer.class).single();
    }

    private void refused(String password, String says) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(tx -> reauthentication.require(actor, password)))
                .isInstanceOfSatisfying(InvalidInput.class, refusal -> assertThat(refusal.errors()).singleElement().satisfies(error -> {
                    assertThat(error.field()).isEqualTo("password");
                    assertThat(error.message()).contains(says).doesNotContain("sai-bi-mat");
                }));
    }

    @Test
    void theOwnPasswordPassesAndWritesNothing() {
        assertThatCode(() -> transaction.executeWithoutResult(tx -> reauthentication.require(actor, "trial"))).doesNotThrowAnyException();
        assertThat(attempts()).isZero();
    }

    @Test
    void aMissingPasswordIsAskedForAndNotCounted() {
        refused(null, "Hãy nhập mật khẩu");
        refused("  ", "Hãy nhập mật khẩu");
        assertThat(attempts()).isZero();
    }

    @Test
    void aWrongPasswordStaysCountedAlthoughTheTransactionIsUndone() {
        refused("sai-bi-mat", "Mật khẩu không đúng.");
        refused("sai-bi-mat", "Mật khẩu không đúng.");
        assertThat(attempts()).isEqualTo(2);
    }

    /** As in a form's completion: inside an engine's command that is rolled back. */
    @Test
    void aWrongPasswordStaysCountedInsideAnEngineCommand() {
        assertThatThrownBy(() -> officials.as(PERSON, () -> ((ProcessEngineConfigurationImpl) configuration).getCommandExecutorTxRequired()
                .execute(command -> {
                    reauthentication.require(actor, "sai-bi-mat");
                    return null;
                }))).hasMessageContaining("Mật khẩu không đúng");
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void tooManyWrongPasswordsLockTheAccountAndTheRightOneDoesNotHelp() {
        for (int i = 0; i < 9; i++) {
            refused("sai-bi-mat" + i, "Mật khẩu không đúng.");
        }
        refused("sai-bi-mat", "");
        refused("trial", "Tài khoản đã bị khóa");
        assertThat(accounts.check(PERSON, "trial")).as("at the login too").isEqualTo(Accounts.Outcome.LOCKED);
        identities.unlockUser(PERSON);
        assertThatCode(() -> reauthentication.require(actor, "trial")).doesNotThrowAnyException();
    }

    @Test
    void tooManyWrongPasswordsFromOneAddressHaveToWait() {
        Reauthentication strict = new Reauthentication(accounts, new AttemptLimit(3, System::nanoTime));
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> strict.require(actor, "sai-bi-mat")).hasMessageContaining("Mật khẩu không đúng");
        }
        assertThatThrownBy(() -> strict.require(actor, "trial")).isInstanceOf(InvalidInput.class).hasMessageContaining("thử lại sau 5 phút");
        strict.end();
    }

    @Test
    void aPasswordOfAbsurdLengthIsWrong() {
        refused("x".repeat(1_000_000), "Mật khẩu không đúng.");
    }

    @Test
    void oneDoesNotSignWithAnothersPasswordNorForAnUnknownAccount() {
        assertThatThrownBy(() -> reauthentication.require(new Actor("khong.co", java.util.Set.of()), "trial")).isInstanceOf(InvalidInput.class);
    }

    /** More people at once than the pool has connections: right passwords need no second one, wrong ones wait their turn. */
    @Test
    void manyAtOnceDoNotBlockEachOther() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Boolean>> work = IntStream.range(0, 64).<Callable<Boolean>>mapToObj(i -> () -> transaction.execute(tx -> {
                jdbc.sql("select 1").query(Integer.class).single();
                reauthentication.require(actor, "trial");
                return true;
            })).toList();
            for (Future<Boolean> one : people.invokeAll(work)) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            people.shutdown();
        }
    }
}
