package vn.giaouoc.workflow.identity;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.AccountKeeper;
import vn.giaouoc.platform.engine.AsSystem;

/**
 * Keeps the engine's users, groups and memberships as the organisation says; in the caller's transaction. The web
 * applications print first name before last name, so the surname is stored as the first.
 */
@Component
class EngineAccountKeeper implements AccountKeeper {

    private final IdentityService identities;
    private final AsSystem asSystem;

    EngineAccountKeeper(IdentityService identities, AsSystem asSystem) {
        this.identities = identities;
        this.asSystem = asSystem;
    }

    @Override
    public void group(String id, String name) {
        asSystem.run(() -> {
            Group known = identities.createGroupQuery().groupId(id).singleResult();
            if (known != null && known.getName().equals(name)) {
                return;
            }
            Group group = known == null ? identities.newGroup(id) : known;
            group.setName(name);
            group.setType(id.startsWith("unit-") ? "UNIT" : "ROLE");
            identities.saveGroup(group);
        });
    }

    @Override
    public void account(String userId, String surname, String name) {
        asSystem.run(() -> {
            User known = find(userId);
            User user = known == null ? identities.newUser(userId) : known;
            user.setFirstName(surname);
            user.setLastName(name);
            identities.saveUser(user);
        });
    }

    @Override
    public void password(String userId, String password) {
        asSystem.run(() -> {
            User user = find(userId);
            user.setPassword(password);
            identities.saveUser(user);
            identities.unlockUser(userId);
        });
    }

    @Override
    public void groups(String userId, Set<String> groups) {
        asSystem.run(() -> {
            Set<String> now = memberships(userId);
            now.stream().filter(group -> !groups.contains(group)).forEach(group -> identities.deleteMembership(userId, group));
            groups.stream().filter(group -> !now.contains(group)).forEach(group -> identities.createMembership(userId, group));
        });
    }

    @Override
    public Set<String> groupsOf(String userId) {
        return asSystem.get(() -> memberships(userId));
    }

    private Set<String> memberships(String userId) {
        return identities.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public void remove(String userId) {
        asSystem.run(() -> identities.deleteUser(userId));
    }

    @Override
    public boolean exists(String userId) {
        return asSystem.get(() -> find(userId)) != null;
    }

    private User find(String userId) {
        return identities.createUserQuery().userId(userId).singleResult();
    }
}
