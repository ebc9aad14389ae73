package vn.giaouoc.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.organisation.Organisation;

/** Many communes, each with an official and a head, as if the administrator had entered them. */
final class Province {

    private final JdbcClient jdbc;

    Province(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Replaces the active communes by so many new ones. @return their codes */
    List<String> communes(String prefix, int count) {
        jdbc.sql("update unit set active = false where kind = 'COMMUNE'").update();
        jdbc.sql("insert into unit select :p || lpad(i::text, 5, '0'), 'Xã ' || :p || i, 'X' || i, 'COMMUNE', true, true "
                + "from generate_series(1, :n) i").param("p", prefix).param("n", count).update();
        people("canbo.", prefix, false);
        people("thutruong.", prefix, true);
        groups(prefix);
        jdbc.sql("analyze").update();
        return IntStream.rangeClosed(1, count).mapToObj(i -> "%s%05d".formatted(prefix, i)).toList();
    }

    /** The engine's rows are those that its identity service wrote for the people of sgddt, password included. */
    private void people(String kind, String prefix, boolean leads) {
        String units = " from unit u where u.code ~ '^" + prefix + "[0-9]{5}$' ";
        jdbc.sql("insert into person select ? || u.code, 'Nguyễn Văn', 'A', 'Công chức', true" + units).param(kind).update();
        jdbc.sql("insert into membership select ? || u.code, u.code, ?" + units).params(kind, leads).update();
        jdbc.sql("insert into act_id_user (id_, rev_, first_, last_, pwd_, salt_) select ? || u.code, 1, 'Nguyễn Văn', 'A', x.pwd_, x.salt_ "
                + "from act_id_user x, unit u where x.id_ = ? || 'sgddt' and u.code ~ '^" + prefix + "[0-9]{5}$'").params(kind, kind).update();
        jdbc.sql("insert into act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_) "
                + "select gen_random_uuid(), 1, x.type_, ? || u.code, x.resource_type_, ? || u.code, x.perms_ from act_ru_authorization x, unit u "
                + "where x.user_id_ = ? || 'sgddt' and u.code ~ '^" + prefix + "[0-9]{5}$'").params(kind, kind, kind).update();
    }

    private void groups(String prefix) {
        String units = " from unit u where u.code ~ '^" + prefix + "[0-9]{5}$'";
        jdbc.sql("insert into act_id_group (id_, rev_, name_, type_) select 'unit-' || u.code, 1, u.name, 'UNIT'" + units).update();
        jdbc.sql("insert into act_id_group (id_, rev_, name_, type_) select 'unit-' || u.code || '-lead', 1, u.name, 'UNIT'" + units).update();
        jdbc.sql("insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_) "
                + "select gen_random_uuid(), 1, x.type_, replace(x.group_id_, 'sgddt', u.code), x.resource_type_, "
                + "replace(x.resource_id_, 'sgddt', u.code), x.perms_ from act_ru_authorization x, unit u "
                + "where x.group_id_ in ('unit-sgddt', 'unit-sgddt-lead') and x.resource_id_ = x.group_id_ and u.code ~ '^" + prefix + "[0-9]{5}$'").update();
        for (String person : List.of("canbo.", "thutruong.")) {
            member(prefix, person, "'" + Organisation.OFFICIALS + "'");
            member(prefix, person, "'unit-' || u.code");
        }
        member(prefix, "thutruong.", "'unit-' || u.code || '-lead'");
    }

    private void member(String prefix, String person, String group) {
        jdbc.sql("insert into act_id_membership (user_id_, group_id_) select '" + person + "' || u.code, " + group
                + " from unit u where u.code ~ '^" + prefix + "[0-9]{5}$'").update();
    }
}
