package vn.giaouoc.covenant;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.test.Officials;

/**
 * A bloc-year of a bloc that only one test knows, and its covenant brought forward through the use cases, as the engine and the forms
 * would call them. The units are the trial's; the period lies where no other test composes blocs.
 */
final class CovenantCase {

    static final String PASSWORD = "trial";
    static final int YEAR = 2003;

    final String blocYear;
    final List<String> units;
    final Officials officials;
    final Covenants covenants;
    final CovenantSigning signing;
    final CovenantRecords records;
    final CovenantQueries queries;
    private final Clock clock;

    private CovenantCase(String blocYear, List<String> units, CovenantIT test) {
        this.blocYear = blocYear;
        this.units = units;
        this.officials = test.officials;
        this.covenants = test.covenants;
        this.signing = test.signing;
        this.records = test.records;
        this.queries = test.queries;
        this.clock = test.clock;
    }

    /** @param units first the head, then the deputy, then members */
    static CovenantCase open(CovenantIT test, String... units) {
        return open(test, List.of(units));
    }

    static CovenantCase open(CovenantIT test, List<String> units) {
        JdbcClient jdbc = test.jdbc;
        int n = jdbc.sql("select count(*) + 1 from bloc_year where year = ?").param(YEAR).query(Integer.class).single();
        String code = "KT-%d-%03d".formatted(YEAR, n);
        LocalDate today = LocalDate.now(test.clock);
        jdbc.sql("insert into bloc_composition (code, year, school_year, from_date, to_date, title, status, content, begun_by, "
                        + "begun_at, in_force_at) "
                        + "values (?, ?, false, ?, ?, 'Quyết định thử nghiệm', 'IN_FORCE', '{}', 'chuyenvien', ?, ?)")
                .params("TL-%d-%02d".formatted(YEAR, n), YEAR, today.minusDays(10), today.plusDays(300),
                Timestamp.from(test.clock.instant()),
                        Timestamp.from(test.clock.instant())).update();
        jdbc.sql("insert into bloc_year (code, composition_code, bloc_code, kind, name, year, school_year, from_date, to_date, "
                        + "batch, status, criteria) "
                        + "values (?, ?, ?, 'KHOI', 'Khối thi đua Tham mưu, tổng hợp', ?, false, ?, ?, 0, 'OPEN', '[]')")
                .params(code, "TL-%d-%02d".formatted(YEAR, n), "gu-thu-" + n, YEAR, Date.valueOf(today.minusDays(10)),
                Date.valueOf(today.plusDays(300)))
                .update();
        for (int i = 0; i < units.size(); i++) {
            BlocRole role = i == 0 ? BlocRole.HEAD : i == 1 ? BlocRole.DEPUTY : BlocRole.MEMBER;
            // a period of its own for each test: a unit is in one bloc of a kind in a period
            jdbc.sql("insert into bloc_member values (?, ?, ?, ?, ?, null, 'KHOI', ?, false)")
                    .params(code, units.get(i), i, role.name(), today.minusDays(10), 1000 + n).update();
        }
        return new CovenantCase(code, units, test);
    }

    String key() {
        return queries.versions(officials.actor("giamsat"), blocYear).stream().reduce((first, second) -> second).orElseThrow().key();
    }

    String head() {
        return units.get(0);
    }

    Actor official(String unit) {
        return officials.actor("canbo." + unit);
    }

    Actor leader(String unit) {
        return officials.actor("thutruong." + unit);
    }

    Actor office() {
        return officials.actor("chuyenvien");
    }

    CovenantView view() {
        return queries.get(key());
    }

    // ---- steps ------------------------------------------------------------------------------------------------------

    static Target ldtt(String percent) {
        return new Target("t1", "LDTT", null, TargetComparator.AT_LEAST, new BigDecimal(percent), null, Target.STAFF, null, null,
                TargetScope.EACH_MEMBER);
    }

    /** The targets of Bắc Ninh 2024: 100 % HTTNV, ≥ 95 % LĐTT, of these 15 % CSTĐCS, Công sở văn hóa. */
    static CovenantContent content(String ldtt) {
        return new CovenantContent("Chương trình công tác năm.", "Quy chế hoạt động của Khối.",
                List.of("Tham mưu, tổng hợp kịp thời, đúng quy định.", "Học tập, trao đổi kinh nghiệm giữa các đơn vị."),
                List.of(ldtt(ldtt),
                new Target("t2", "CSTDCS", null, TargetComparator.EXACTLY, new BigDecimal("15"), null, "t1", null, null,
                TargetScope.EACH_MEMBER),
                new Target("t3", "HTTNV", null, TargetComparator.EXACTLY, new BigDecimal("100"), null, Target.MEMBERS, null, null,
                TargetScope.BLOC),
                new Target("t4", "CONG_SO_VAN_HOA", null, null, null, null, null, null, null, TargetScope.EACH_MEMBER)));
    }

    static Registration registration(int staff, int ldtt) {
        return new Registration(staff, List.of(new TitleCount("LDTT", BigDecimal.valueOf(ldtt)), new TitleCount("TTLDXS", BigDecimal.ONE)),
                List.of("Số hóa hồ sơ"), List.of("Một cửa điện tử"), List.of(), null);
    }

    /** Drafted and open for comments. */
    CovenantCase drafted() {
        String key = covenants.begin(blocYear).key();
        covenants.draft(official(head()), key, content("95"));
        covenants.openMembers(key);
        return this;
    }

    /** Commented by everybody, revised, open for registration. */
    CovenantCase revised() {
        drafted();
        units.forEach(unit -> covenants.comment(official(unit), key(), unit, true, null, List.of()));
        covenants.revise(official(head()), key(), content("95"), Map.of());
        covenants.openRegistration(key());
        return this;
    }

    /** Registered by everybody with 200 people each, agreed at the conference, open for signing. */
    CovenantCase signable() {
        revised();
        units.forEach(unit -> covenants.register(official(unit), key(), unit, registration(200, 190)));
        return held();
    }

    /** Agreed at the conference, open for signing. */
    CovenantCase held() {
        covenants.hold(official(head()), key(), conference(true), List.of());
        signing.openSigning(key());
        return this;
    }

    Conference conference(boolean agreed) {
        List<Attendance> attendance = new ArrayList<>(units.stream().map(unit -> new Attendance(unit, true, "Đại diện " + unit, null))
                .toList());
        return new Conference(LocalDate.now(clock), "Hội trường tầng 2", attendance,
                List.of(new PointDiscussed("Chỉ tiêu LĐTT", "Giữ 95 %.")),
                List.of(new Vote("Thông qua giao ước", units.size(), 0, 0)), "Các đơn vị thống nhất.", agreed);
    }

    SigningProgress sign(String unit) {
        return signing.sign(leader(unit), key(), unit, SignerGround.head(), PASSWORD, view().digest());
    }

    SigningProgress confirmPaper(String unit, InkSigner ink) {
        signing.proveIdentity(leader(unit), key(), unit, PASSWORD, view().digest());
        return signing.confirmPaper(leader(unit), key(), unit, PaperAnswer.confirmed(ink, view().digest()));
    }

    CovenantCase signedByAll() {
        units.forEach(this::sign);
        return this;
    }

    SigningState state(String unit) {
        return member(unit).signing();
    }

    MemberState member(String unit) {
        return view().members().stream().filter(member -> member.unitCode().equals(unit)).findFirst().orElseThrow();
    }
}
