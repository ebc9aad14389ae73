package vn.giaouoc.test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.organisation.OrganisationAdmin;
import vn.giaouoc.organisation.PersonData;
import vn.giaouoc.organisation.PersonData.Membership;
import vn.giaouoc.organisation.UnitKind;
import vn.giaouoc.organisation.UnitView;

/** Units that a test makes, ends, and takes away again with everything that is open of them. */
@Component
public class ThrowAwayUnits {

    /** What all their codes begin with. */
    public static final String PREFIX = "tam";

    private static final String PASSWORD = "mot-mat-khau-dai";

    private static int made;

    private final OrganisationAdmin admin;
    private final IdentityService identities;
    private final RuntimeService runtime;
    private final JdbcClient jdbc;

    ThrowAwayUnits(OrganisationAdmin admin, IdentityService identities, RuntimeService runtime, JdbcClient jdbc) {
        this.admin = admin;
        this.identities = identities;
        this.runtime = runtime;
        this.jdbc = jdbc;
    }

    /** A cooperative with an official ({@code canbo.…}) and a head ({@code thutruong.…}). @return its code */
    public String add(String name) {
        String code = PREFIX + name + ++made; // no other test's campaign knows it
        active(code, true);
        for (boolean leads : List.of(false, true)) {
            String user = (leads ? "thutruong." : "canbo.") + code;
            admin.savePerson(new PersonData(user, "Nguyễn Văn", "Tạm", null, true, List.of(new Membership(code, leads)), List.of()));
            admin.setPassword(user, PASSWORD);
        }
        return code;
    }

    /** Saves the unit as the administrators' page does. */
    public void active(String code, boolean active) {
        admin.saveUnit(new UnitView(code, name(code), code, UnitKind.COOPERATIVE, true, active));
    }

    /** The password of the people of such a unit; of any other, that of the trial's accounts. */
    public static String password(String unit) {
        return unit.startsWith(PREFIX) ? PASSWORD : "trial";
    }

    public static String name(String code) {
        return "Hợp tác xã " + code;
    }

    /** Nothing is left of them that another test could meet; what was recorded stays where it is. */
    public void remove() {
        List<String> codes = new ArrayList<>(jdbc.sql("select campaign_code from participation where unit_code like 'tam%' "
                + "union select campaign_code from campaign_comment where unit_code like 'tam%' "
                + "union select code from campaign where draft_group like 'unit-tam%' "
                + "union select bloc_year_code from bloc_member where unit_code like 'tam%' "
                + "union select succession_code from succession_from where unit_code like 'tam%'").query(String.class).list());
        codes.stream().flatMap(code -> runtime.createProcessInstanceQuery().rootProcessInstances()
                .processInstanceBusinessKeyLike(code + "%")
                .list().stream()).collect(Collectors.toMap(instance -> instance.getId(), instance -> instance)).keySet()
                .forEach(id -> runtime.deleteProcessInstance(id, "end of the test", true, true));
        List<String> successions = jdbc.sql("select distinct succession_code from succession_from where unit_code like 'tam%'")
                .query(String.class).list();
        for (String table : List.of("succession_from", "succession_to")) {
            jdbc.sql("delete from " + table + " where succession_code = any(?)").param(successions.toArray(String[]::new)).update();
        }
        jdbc.sql("delete from succession where code = any(?)").param(successions.toArray(String[]::new)).update();
        leaveBlocs();
        leaveAbsences();
        jdbc.sql("delete from membership where unit_code like 'tam%'").update();
        jdbc.sql("delete from person where user_id ~ '[.]tam' returning user_id").query(String.class).list()
                .forEach(identities::deleteUser);
        jdbc.sql("delete from unit where code like 'tam%'").update();
        identities.createGroupQuery().groupNameLike("Hợp tác xã tam%").list().forEach(group -> identities.deleteGroup(group.getId()));
    }

    private void leaveAbsences() {
        String[] absences = jdbc.sql("select code from absence where person ~ '[.]tam' or deputy ~ '[.]tam'").query(String.class).list()
                .toArray(String[]::new);
        for (String table : List.of("absence_task", "absence_act")) {
            jdbc.sql("delete from " + table + " where absence_code = any(?)").param(absences).update();
        }
        jdbc.sql("delete from absence where code = any(?)").param(absences).update();
    }

    /** With their reviews and covenants; children first. */
    private void leaveBlocs() {
        String[] years = jdbc.sql("select distinct bloc_year_code from bloc_member where unit_code like 'tam%'").query(String.class).list()
                .toArray(String[]::new);
        for (String table : List.of("review_finding", "review_paper", "review_report", "review_inspection", "review_model", "review_figure",
                "review_member", "review", "review_plan", "covenant_paper", "covenant_file", "covenant_refusal", "covenant_signature", "covenant_annex",
                "covenant_conference", "covenant_finding", "covenant_baseline", "covenant_content", "covenant_member", "covenant")) {
            jdbc.sql("delete from " + table + " where bloc_year = any(?)").param(years).update();
        }
        jdbc.sql("delete from bloc_member where bloc_year_code = any(?)").param(years).update();
        jdbc.sql("delete from bloc_year where code = any(?)").param(years).update();
    }
}
