package vn.giaouoc.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.organisation.PersonData.Membership;
import vn.giaouoc.shared.ConflictRefusal;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotFound;

/** Units, people, memberships, roles and passwords, kept by an administrator; the accounts follow in the same transaction. */
@Service
@Transactional
public class OrganisationAdmin {

    private static final Pattern UNIT_CODE = Pattern.compile("[a-z][a-z0-9]{1,31}");
    private static final Pattern USER_ID = Pattern.compile("[a-z][a-z0-9.-]{1,63}");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([A-Za-z0-9-]{1,63}\\.)+[A-Za-z0-9-]{2,63}");
    private static final int LONGEST_EMAIL = 254;
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 200;

    private final JdbcClient jdbc;
    private final AccountKeeper accounts;

    OrganisationAdmin(JdbcClient jdbc, AccountKeeper accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** All people with their units and roles, by user id. */
    @Transactional(readOnly = true)
    public List<PersonData> people() {
        Map<String, List<Membership>> memberships = new HashMap<>();
        jdbc.sql("select user_id, unit_code, leads from membership order by unit_code").query((rs, n) ->
                memberships.computeIfAbsent(rs.getString(1), id -> new ArrayList<>())
                        .add(new Membership(rs.getString(2), rs.getBoolean(3)))).list();
        Map<String, List<String>> roles = new HashMap<>();
        jdbc.sql("select user_id, role from person_role order by role").query((rs, n) ->
                roles.computeIfAbsent(rs.getString(1), id -> new ArrayList<>()).add(rs.getString(2))).list();
        return jdbc.sql("select user_id, surname, name, position, active, coalesce(email, '') from person order by user_id").query((rs, n) ->
                new PersonData(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getBoolean(5),
                        memberships.get(rs.getString(1)), roles.get(rs.getString(1)), rs.getString(6))).list();
    }

    /**
     * Creates or changes a unit. Its code never changes.
     *
     * @throws InvalidInput at the field
     */
    public void saveUnit(UnitView unit) {
        var errors = new Errors();
        errors.when(!matches(UNIT_CODE, unit.code()), "code", "Mã gồm 2–32 chữ thường không dấu và chữ số, bắt đầu bằng chữ.");
        errors.text(unit.name(), "name", true, 200, "Nhập tên đơn vị.");
        errors.text(unit.shortName(), "shortName", true, 60, "Nhập tên viết tắt.");
        errors.when(unit.kind() == null, "kind", "Chọn loại đơn vị.");
        errors.when(unit.active() && ended(List.of(unit.code() == null ? "" : unit.code())).contains(unit.code()), "active",
                "Đơn vị đã sáp nhập, chia hoặc giải thể theo quyết định, không hoạt động trở lại.");
        errors.refuse();
        jdbc.sql("insert into unit values (:code, :name, :short, :kind, :account, :active) on conflict (code) do update set "
                        + "name = :name, short_name = :short, kind = :kind, has_account = :account, active = :active")
                .param("code", unit.code()).param("name", unit.name()).param("short", unit.shortName())
                .param("kind", unit.kind().name()).param("account", unit.hasAccount()).param("active", unit.active()).update();
        accounts.group(Organisation.unitGroup(unit.code()), unit.name());
        accounts.group(Organisation.leadGroup(unit.code()), unit.name() + " – thủ trưởng");
    }

    /**
     * Creates or changes a person with units and roles; a group it loses is gone at once. Whoever is not active has no
     * account and needs a new password to come back.
     *
     * @throws InvalidInput    at the field
     * @throws ConflictRefusal when nobody would administer the system any more
     */
    public void savePerson(PersonData person) {
        check(person);
        jdbc.sql("insert into person (user_id, surname, name, position, active) values (:id, :surname, :name, :position, :active) on conflict (user_id) do update set "
                        + "surname = :surname, name = :name, position = :position, active = :active")
                .param("id", person.userId()).param("surname", person.surname()).param("name", person.name())
                .param("position", person.position()).param("active", person.active()).update();
        if (person.email() != null) {
            setEmail(person.userId(), person.email());
        }
        jdbc.sql("delete from membership where user_id = ?").param(person.userId()).update();
        for (Membership membership : person.memberships()) {
            jdbc.sql("insert into membership values (?, ?, ?)")
                    .params(person.userId(), membership.unit(), membership.leads()).update();
        }
        jdbc.sql("delete from person_role where user_id = ?").param(person.userId()).update();
        for (String role : person.roles()) {
            jdbc.sql("insert into person_role values (?, ?)").params(person.userId(), role).update();
        }
        requireAdministrator();
        follow(person);
    }

    /**
     * Where letters to this person go.
     *
     * @param email null or blank: nowhere
     * @throws InvalidInput at the field {@code email}
     */
    public void setEmail(String userId, String email) {
        var errors = new Errors();
        checkEmail(errors, email);
        errors.refuse();
        jdbc.sql("update person set email = ? where user_id = ?").params(email == null || email.isBlank() ? null : email, userId).update();
    }

    private static void checkEmail(Errors errors, String email) {
        errors.when(email != null && !email.isBlank() && (email.length() > LONGEST_EMAIL || !matches(EMAIL, email)), "email",
                "Địa chỉ thư điện tử không hợp lệ, ví dụ đúng: ten@backan.gov.vn.");
    }

    /** Sets a password, at least 12 characters. @throws NotFound no active person of that id */
    public void setPassword(String userId, String password) {
        var errors = new Errors();
        errors.when(password == null || password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD, "password",
                "Mật khẩu dài từ " + SHORTEST_PASSWORD + " đến " + LONGEST_PASSWORD + " ký tự.");
        errors.refuse();
        setAnyPassword(userId, password);
    }

    /** For the trial's short passwords and the initial administrator's, which is checked before. */
    void setAnyPassword(String userId, String password) {
        if (!accounts.exists(userId)) {
            throw new NotFound("Không có tài khoản " + userId + ".");
        }
        accounts.password(userId, password);
    }

    private void check(PersonData person) {
        var errors = new Errors();
        errors.when(!matches(USER_ID, person.userId()), "userId",
                "Tên đăng nhập gồm 2–64 chữ thường không dấu, chữ số, dấu chấm, gạch nối, bắt đầu bằng chữ.");
        errors.text(person.surname(), "surname", true, 100, "Nhập họ và chữ đệm.");
        errors.text(person.name(), "name", true, 60, "Nhập tên.");
        errors.when(person.position() != null && person.position().length() > 200, "position", "Chức vụ dài tối đa 200 ký tự.");
        checkEmail(errors, person.email());
        Set<String> units = new HashSet<>(jdbc.sql("select code from unit where code not in (select former from unit_heir) or exists "
                + "(select 1 from membership m where m.unit_code = code and m.user_id = ?)").param(person.userId()).query(String.class)
                .list());
        for (int i = 0; i < person.memberships().size(); i++) {
            Membership membership = person.memberships().get(i);
            errors.when(membership == null || !units.remove(membership.unit()), "memberships[" + i + "].unit",
                    "Đơn vị không tồn tại, đã sáp nhập, chia, giải thể, hoặc bị lặp.");
        }
        Set<String> roles = new HashSet<>();
        for (int i = 0; i < person.roles().size(); i++) {
            String role = person.roles().get(i);
            errors.when(role == null || Role.of(role).isEmpty() || !roles.add(role), "roles[" + i + "]",
                    "Vai trò không tồn tại hoặc bị lặp.");
        }
        errors.refuse();
    }

    private void requireAdministrator() {
        long left = jdbc.sql("select count(*) from person_role r join person p on p.user_id = r.user_id where p.active and r.role = ?")
                .param(Role.ADMIN.group()).query(Long.class).single();
        if (left == 0) {
            throw new ConflictRefusal("Hệ thống phải còn ít nhất một quản trị viên.");
        }
    }

    private void follow(PersonData person) {
        if (!person.active()) {
            accounts.remove(person.userId());
            return;
        }
        accounts.account(person.userId(), person.surname(), person.name());
        Set<String> groups = new HashSet<>(person.roles());
        for (Membership membership : person.memberships()) {
            groups.add(Organisation.OFFICIALS);
            for (String unit : actsFor(membership.unit())) {
                groups.add(Organisation.unitGroup(unit));
                if (membership.leads()) {
                    groups.add(Organisation.leadGroup(unit));
                }
            }
        }
        accounts.groups(person.userId(), groups);
    }

    /** A unit's people act for it and for the former units whose work it does; those left in a former unit act for nobody. */
    private List<String> actsFor(String unit) {
        return jdbc.sql("select former from unit_heir where heir = :unit "
                        + "union select :unit where :unit not in (select former from unit_heir)")
                .param("unit", unit).query(String.class).list();
    }

    /** Of these units, those that were merged, split or dissolved. */
    private Set<String> ended(List<String> units) {
        return Set.copyOf(jdbc.sql("select former from unit_heir where former = any(?)").param(units.toArray(String[]::new))
                .query(String.class).list());
    }

    /**
     * Units have ended: their heir's people may now work on their cases, their own people no longer.
     *
     * @param movePeople whether their people become officials of the heir; heads are appointed anew by the administrator
     */
    void unitsEnded(List<String> units, String heir, boolean movePeople) {
        Set<String> affected = new HashSet<>(jdbc.sql("select user_id from membership where unit_code in (:units) or unit_code = :heir")
                .param("units", units).param("heir", heir).query(String.class).list());
        if (movePeople) {
            jdbc.sql("insert into membership select distinct user_id, :heir, false from membership where unit_code in (:units) "
                            + "on conflict do nothing")
                    .param("heir", heir).param("units", units).update();
            jdbc.sql("delete from membership where unit_code in (:units)").param("units", units).update();
        }
        people().stream().filter(person -> person.active() && affected.contains(person.userId())).forEach(this::follow);
    }

    private static boolean matches(Pattern pattern, String value) {
        return value != null && pattern.matcher(value).matches();
    }
}
