package vn.giaouoc.absence;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Kinds of acts, on which grounds they can be done for another, and the longest absence: rules of today, from tables. */
@Component
public class ActKinds {

    private static final String TODAY = "valid_from <= :today and (valid_to is null or valid_to >= :today)";

    private final JdbcClient jdbc;
    private final Clock clock;

    ActKinds(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param grounds on which a deputy may do it; none for work, which needs no ground
     * @param holders who does it in its own right: groups of roles, {@link Place#UNIT_LEAD}
     */
    public record ActKind(String code, String name, List<AbsenceGround> grounds, @JsonIgnore List<String> holders) {

        /** The same without grounds where it is not this person's to hand on. */
        ActKind handedOnBy(Place person) {
            return person.does(this) ? this : new ActKind(code, name, List.of(), holders);
        }
    }

    /** All kinds in their order. */
    public List<ActKind> all() {
        return jdbc.sql("select k.code, k.name, array(select g.ground from act_ground g where g.act = k.code and " + TODAY
                        + " order by g.ground), array(select h.holder from act_holder h where h.act = k.code) from act_kind k order by k.seq")
                .param("today", LocalDate.now(clock))
                .query((rs, n) -> new ActKind(rs.getString(1), rs.getString(2),
                        Arrays.stream((String[]) rs.getArray(3).getArray()).map(AbsenceGround::valueOf).toList(),
                        List.of((String[]) rs.getArray(4).getArray()))).list();
    }

    /** Those that can be given to deputies at all, with the grounds on which this person may give them; none: it does not do them itself. */
    List<ActKind> handedOnBy(Place person) {
        return all().stream().filter(kind -> !kind.grounds().isEmpty()).map(kind -> kind.handedOnBy(person)).toList();
    }

    /** What the positions of those begin with, in lower case, to whom a head may give the signing within its own body; empty for other grounds. */
    List<String> headsOfParts(AbsenceGround ground) {
        return jdbc.sql("select begins_with from authorised_position where ground = :ground and " + TODAY).param("ground", ground.name())
                .param("today", LocalDate.now(clock)).query(String.class).list();
    }

    /** Days of the longest absence; empty: no limit is in force. */
    Optional<Integer> longestDays() {
        return jdbc.sql("select value from absence_parameter where code = 'LONGEST_DAYS' and " + TODAY).param("today", LocalDate.now(clock))
                .query(Integer.class).optional();
    }
}
