package vn.giaouoc.platform.engine;

import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;
import vn.giaouoc.platform.security.Accounts;
import vn.giaouoc.platform.security.LentGroups;

/** Accounts of the engine's identity service, with its lock after wrong passwords. */
@Component
class EngineAccounts implements Accounts {

    private final IdentityService identities;
    private final ProcessEngineConfiguration configuration;
    private final AsSystem asSystem;
    private final LentGroups lent;

    EngineAccounts(IdentityService identities, ProcessEngineConfiguration configuration, AsSystem asSystem, LentGroups lent) {
        this.asSystem = asSystem;
        this.lent = lent;
        this.identities = identities;
        this.configuration = configuration;
    }

    @Override
    public Outcome check(String userId, String password) {
        UserEntity user = find(userId);
        if (user == null) {
            return Outcome.WRONG;
        }
        if (locked(user)) {
            return Outcome.LOCKED;
        }
        return identities.checkPassword(userId, password) ? Outcome.ACCEPTED : Outcome.WRONG;
    }

    @Override
    public Outcome compare(String userId, String password) {
        UserEntity user = asSystem.get(() -> find(userId));
        if (user == null) {
            return Outcome.WRONG;
        }
        if (locked(user)) {
            return Outcome.LOCKED;
        }
        var passwords = ((ProcessEngineConfigurationImpl) configuration).getPasswordManager();
        boolean right = passwords.check(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword());
        return right ? Outcome.ACCEPTED : Outcome.WRONG;
    }

    @Override
    public Optional<Set<String>> groupsOf(String userId) {
        if (find(userId) == null) {
            return Optional.empty();
        }
        return Optional.of(Stream.concat(memberships(userId), lent.to(userId).stream()).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Set<String> ownGroupsOf(String userId) {
        return asSystem.get(() -> memberships(userId).collect(Collectors.toUnmodifiableSet()));
    }

    private Stream<String> memberships(String userId) {
        return identities.createGroupQuery().groupMember(userId).list().stream().map(Group::getId);
    }

    private UserEntity find(String userId) {
        return (UserEntity) identities.createUserQuery().userId(userId).singleResult();
    }

    /** As the engine decides it; it only answers "wrong" for a locked account, which would send people to reset passwords. */
    private boolean locked(UserEntity user) {
        int max = ((ProcessEngineConfigurationImpl) configuration).getLoginMaxAttempts();
        Date until = user.getLockExpirationTime();
        return user.getAttempts() >= max || until != null && until.after(ClockUtil.getCurrentTime());
    }
}
