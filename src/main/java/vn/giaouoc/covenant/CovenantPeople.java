package vn.giaouoc.covenant;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.bloc.BlocAccess;
import vn.giaouoc.organisation.Organisation;
import vn.giaouoc.organisation.PersonView;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.NotAllowed;

/** Who acts for whom in a covenant, and with what capacity a person signs (NĐ 30/2020/NĐ-CP, Điều 13). */
@Component
public class CovenantPeople {

    private static final Set<String> RECORDERS = Set.of("snv-specialist", "snv-division-head", "snv-director");
    /** A deputy's position begins with it: Phó Giám đốc, Phó Chánh Văn phòng, Phó Trưởng ban. */
    private static final String DEPUTY = "phó ";
    private static final String NAMELESS_HEAD = "THỦ TRƯỞNG";
    private static final int LONGEST_DOCUMENT = 500;
    private static final int LONGEST_SCOPE = 2_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final BlocAccess blocs;
    private final Organisation organisation;
    private final JdbcClient jdbc;
    private final Clock clock;

    CovenantPeople(BlocAccess blocs, Organisation organisation, JdbcClient jdbc, Clock clock) {
        this.blocs = blocs;
        this.organisation = organisation;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the person is of the bloc's head unit. */
    boolean heads(Actor actor, String blocYear) {
        return blocs.isHead(actor, blocYear);
    }

    /** @throws NotAllowed not of the bloc's head unit */
    public void requireHead(Actor actor, String blocYear) {
        if (!heads(actor, blocYear)) {
            throw new NotAllowed("Chỉ đơn vị Trưởng khối thực hiện việc này.");
        }
    }

    /** @throws NotAllowed not of the unit that acts for this part */
    void requireMember(Actor actor, Part part) {
        if (!Organisation.belongs(actor, part.actingUnit())) {
            throw new NotAllowed("Bạn không thuộc " + part.actingName() + ".");
        }
    }

    /** @throws NotAllowed neither head nor deputy of the unit that acts for this part */
    void requireLeader(Actor actor, String unit) {
        if (grounds(actor, unit).stream().noneMatch(ground -> ground != Ground.TUQ)) {
            throw new NotAllowed("Chỉ thủ trưởng hoặc cấp phó của thủ trưởng đơn vị thực hiện việc này.");
        }
    }

    /** Whether the person is of the office that records covenants. */
    public boolean records(Actor actor) {
        return actor.inAny(RECORDERS);
    }

    /** @throws NotAllowed not of Sở Nội vụ's emulation office */
    public void requireRecorder(Actor actor) {
        if (!records(actor)) {
            throw new NotAllowed("Chỉ Sở Nội vụ thực hiện việc này.");
        }
    }

    /**
     * The unit's head signs as head; a deputy of the head KT. or with authority; anybody else of the unit with authority only: a deputy
     * head of one of its divisions is no deputy of the unit's head. Who may sign only because the head is absent does so on the ground of
     * that absence.
     */
    public List<Ground> grounds(Actor actor, String unit) {
        if (!Organisation.belongs(actor, unit)) {
            return List.of();
        }
        if (actor.onlyAsDeputy()) {
            return Arrays.stream(Ground.values()).filter(ground -> ground.label().equals(actor.acting().ground())).toList();
        }
        if (!actor.in(Organisation.leadGroup(unit))) {
            return List.of(Ground.TUQ);
        }
        return deputy(organisation.person(actor.userId())) ? List.of(Ground.KT, Ground.TUQ) : List.of(Ground.HEAD);
    }

    /**
     * Whether this person may sign for the unit on this ground.
     *
     * @throws NotAllowed                       not of the unit
     * @throws vn.giaouoc.shared.InvalidInput   at {@code ground}, {@code document}, {@code date}, {@code scope} or {@code until}
     */
    public void checkGround(Actor actor, String unit, SignerGround given) {
        List<Ground> possible = grounds(actor, unit);
        if (possible.isEmpty()) {
            throw new NotAllowed("Bạn không thuộc đơn vị ký.");
        }
        var errors = new Errors();
        Ground ground = given == null ? null : given.ground();
        errors.when(ground == null, "ground", "Chọn tư cách ký.");
        errors.when(ground == Ground.HEAD && !possible.contains(Ground.HEAD), "ground",
                "Chỉ thủ trưởng đơn vị ký với tư cách thủ trưởng; cấp phó ký thay (KT.), người khác ký thừa ủy quyền (TUQ.).");
        errors.when(ground == Ground.KT && !possible.contains(Ground.KT), "ground", "Chỉ cấp phó của thủ trưởng ký thay (KT.).");
        errors.when(ground == Ground.TUQ && !possible.contains(Ground.TUQ), "ground", "Thủ trưởng ký với tư cách thủ trưởng.");
        if (given != null) {
            boolean authorised = ground == Ground.TUQ;
            errors.text(given.document(), "document", authorised, LONGEST_DOCUMENT, "Nêu số văn bản ủy quyền.");
            errors.text(given.scope(), "scope", authorised, LONGEST_SCOPE, "Nêu phạm vi ủy quyền.");
            checkDays(given, authorised, errors);
        }
        errors.refuse();
    }

    /** The document is not of tomorrow, and what it gives has not ended. */
    private void checkDays(SignerGround given, boolean authorised, Errors errors) {
        LocalDate today = LocalDate.now(clock);
        LocalDate date = given.date();
        LocalDate until = given.until();
        errors.when(authorised && date == null, "date", "Nhập ngày của văn bản ủy quyền.");
        errors.when(date != null && date.isAfter(today), "date", "Ngày của văn bản ủy quyền không được sau hôm nay.");
        errors.when(authorised && until == null, "until", "Nhập ngày hết thời hạn ủy quyền.");
        errors.when(until != null && until.isBefore(today), "until", "Thời hạn ủy quyền đã hết; không ký được theo văn bản này.");
    }

    /** Name of the person as papers have it. */
    public String name(Actor actor) {
        return organisation.person(actor.userId()).name();
    }

    /** As printed above the name: {@code GIÁM ĐỐC}, {@code KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC}, {@code TUQ. GIÁM ĐỐC\nCHUYÊN VIÊN}. */
    public String capacity(Actor actor, String unit, Ground ground) {
        String own = upper(organisation.person(actor.userId()).position(), NAMELESS_HEAD);
        return switch (ground) {
            case HEAD -> own;
            case KT -> "KT. " + upper(headOf(organisation.person(actor.userId()).position()), NAMELESS_HEAD) + "\n" + own;
            case TUQ -> "TUQ. " + upper(headPosition(unit), NAMELESS_HEAD) + "\n" + own;
        };
    }

    /** The ground as it stands in the chain. */
    public static String words(SignerGround ground) {
        return ground.ground() == Ground.HEAD ? "" : ground.ground().label() + " " + Stream.of(
                        ground.document() == null ? null : ground.document() + day(" ngày ", ground.date()), ground.scope(),
                        day("đến hết ngày ", ground.until()))
                .filter(text -> text != null && !text.isBlank()).collect(Collectors.joining("; "));
    }

    private static String day(String word, LocalDate day) {
        return day == null ? "" : word + DAY.format(day);
    }

    private String headPosition(String unit) {
        return jdbc.sql("select p.position from membership m join person p on p.user_id = m.user_id where m.unit_code = ? and m.leads "
                        + "and p.active and p.position is not null order by p.user_id").param(unit).query(String.class).list().stream()
                .filter(position -> !position.toLowerCase(Locale.ROOT).startsWith(DEPUTY)).findFirst().orElse(null);
    }

    private static boolean deputy(PersonView person) {
        return person.position() != null && person.position().toLowerCase(Locale.ROOT).startsWith(DEPUTY);
    }

    /** "Phó Chánh Văn phòng" stands in for the "Chánh Văn phòng". */
    private static String headOf(String position) {
        return Optional.ofNullable(position).map(text -> text.substring(DEPUTY.length())).orElse(null);
    }

    private static String upper(String position, String otherwise) {
        return position == null || position.isBlank() ? otherwise : position.toUpperCase(Locale.ROOT);
    }
}
