package vn.giaouoc.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.shared.Errors;

/** Whether an absence can be entered as it is. */
@Component
class AbsenceChecks {

    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_DOCUMENT = 60;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final ActKinds kinds;
    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceChecks(ActKinds kinds, JdbcClient jdbc, Clock clock) {
        this.kinds = kinds;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Another absence at the same time. */
    private record Other(String code, String person, String deputy, String personName, String deputyName, LocalDate from, LocalDate to) {

        String when() {
            return "từ " + DAY.format(from) + " đến " + DAY.format(to) + " (" + code + ")";
        }
    }

    /** @throws vn.giaouoc.shared.InvalidInput at the field */
    void check(AbsenceDraft draft, Place person, Place deputy) {
        var errors = new Errors();
        days(draft, errors);
        people(draft, person, deputy, errors);
        ground(draft, person, errors);
        errors.text(draft.reason(), "reason", false, LONGEST_REASON, null);
        errors.refuse();
        others(draft, errors);
        errors.refuse();
    }

    private void days(AbsenceDraft draft, Errors errors) {
        LocalDate today = LocalDate.now(clock);
        errors.when(draft.from() == null, "from", "Nhập ngày bắt đầu vắng mặt.");
        errors.when(draft.to() == null, "to", "Nhập ngày vắng mặt cuối cùng.");
        errors.date(draft.from(), "from");
        errors.date(draft.to(), "to");
        errors.when(draft.from() != null && draft.from().isBefore(today), "from", "Ngày bắt đầu từ hôm nay trở đi: việc đã làm không đổi người làm.");
        if (draft.from() != null && draft.to() != null) {
            errors.when(draft.to().isBefore(draft.from()), "to", "Ngày cuối không được trước ngày bắt đầu.");
            kinds.longestDays().filter(most -> ChronoUnit.DAYS.between(draft.from(), draft.to()) >= most)
                    .ifPresent(most -> errors.when(true, "to", "Mỗi lần vắng mặt tối đa " + most
                            + " ngày; lâu hơn thì phân công người phụ trách, điều hành."));
        }
    }

    private void people(AbsenceDraft draft, Place person, Place deputy, Errors errors) {
        errors.when(!person.active(), "person", "Người vắng mặt không còn tài khoản.");
        errors.when(deputy == null, "deputy", "Chọn người xử lý thay.");
        errors.when(draft.ground() == null, "ground", "Chọn căn cứ.");
        if (deputy == null || draft.ground() == null) {
            return;
        }
        errors.when(deputy.userId().equals(person.userId()), "deputy", "Người xử lý thay là người khác.");
        errors.when(!deputy.active(), "deputy", "Người xử lý thay không còn tài khoản.");
        errors.when(draft.ground() == AbsenceGround.KT && !person.head(), "ground", "Chỉ người đứng đầu mới có cấp phó ký thay (KT.).");
        errors.when(Set.of(AbsenceGround.TL, AbsenceGround.TUQ).contains(draft.ground()) && !person.headOfAgency(), "ground",
                "Chỉ người đứng đầu cơ quan, đơn vị giao ký thừa lệnh, thừa ủy quyền.");
        errors.when(!deputy.mayDeputise(person, draft.ground(), kinds.headsOfParts(draft.ground())), "deputy", switch (draft.ground()) {
            case WORK -> "Người xử lý thay phải cùng đơn vị.";
            case KT -> "Ký thay (KT.) chỉ giao cho cấp phó của chính người vắng mặt.";
            case TL, TUQ -> "Ký thừa lệnh, thừa ủy quyền chỉ giao cho người đứng đầu tổ chức, đơn vị thuộc cơ quan của người vắng mặt.";
        });
    }

    private void ground(AbsenceDraft draft, Place person, Errors errors) {
        if (draft.ground() == null || draft.ground() == AbsenceGround.WORK) {
            return;
        }
        boolean written = draft.ground() != AbsenceGround.KT;
        boolean authority = draft.ground() == AbsenceGround.TUQ;
        errors.text(draft.document(), "document", written, LONGEST_DOCUMENT, authority ? "Nhập số, ký hiệu văn bản ủy quyền."
                : "Nhập số, ký hiệu quy chế làm việc.");
        errors.when(written && draft.documentDate() == null, "documentDate", "Nhập ngày ban hành văn bản.");
        errors.when(draft.documentDate() != null && draft.documentDate().isAfter(LocalDate.now(clock)), "documentDate",
                "Ngày ban hành không được ở tương lai.");
        errors.date(draft.documentDate(), "documentDate");
        errors.when(authority && draft.validUntil() == null, "validUntil", "Nhập ngày hết hạn ủy quyền.");
        errors.when(authority && draft.validUntil() != null && draft.from() != null && draft.validUntil().isBefore(draft.from()), "validUntil",
                "Ủy quyền đã hết hạn trước ngày bắt đầu vắng mặt.");
        errors.date(draft.validUntil(), "validUntil");
        errors.when(draft.acts().isEmpty(), "acts", "Chọn phạm vi được ký, duyệt.");
        acts(draft, person, errors);
    }

    /** The law knows the ground for it, and nobody gives away what it may not do itself. */
    private void acts(AbsenceDraft draft, Place person, Errors errors) {
        Map<String, ActKinds.ActKind> known = kinds.all().stream().collect(Collectors.toMap(ActKinds.ActKind::code, kind -> kind));
        errors.when(draft.acts().stream().anyMatch(act -> act == null || !known.containsKey(act) || !known.get(act).grounds().contains(draft.ground())),
                "acts", "Có việc không được " + draft.ground().label() + " theo quy định.");
        String others = draft.acts().stream().filter(act -> act != null && known.containsKey(act)).map(known::get).filter(act -> !person.does(act))
                .map(ActKinds.ActKind::name).distinct().collect(Collectors.joining("; "));
        errors.when(!others.isEmpty(), "acts", "Không thuộc thẩm quyền của người vắng mặt nên không giao lại được: " + others + ".");
    }

    private void others(AbsenceDraft draft, Errors errors) {
        List<Other> others = jdbc.sql("""
                        select a.code, a.person, a.deputy, p.surname || ' ' || p.name as person_name, d.surname || ' ' || d.name as deputy_name,
                          a.from_date as from, a.to_date as to from absence a join person p on p.user_id = a.person join person d on d.user_id = a.deputy
                        where a.ended_at is null and a.from_date <= :to and a.to_date >= :from
                          and (a.person in (:person, :deputy) or a.deputy = :person) order by a.code""")
                .param("from", draft.from()).param("to", draft.to()).param("person", draft.person()).param("deputy", draft.deputy())
                .query((rs, n) -> new Other(rs.getString(1), rs.getString(2), rs.getString(3), rs.getString(4), rs.getString(5),
                        rs.getObject(6, LocalDate.class), rs.getObject(7, LocalDate.class))).list();
        for (Other other : others) {
            errors.when(other.person().equals(draft.person()), "from", "Đã nhập vắng mặt " + other.when() + ".");
            errors.when(other.person().equals(draft.deputy()), "deputy", "Người này cũng vắng mặt " + other.when() + ".");
            errors.when(other.deputy().equals(draft.person()), "person", "Người này đang được giao xử lý thay " + other.personName() + " "
                    + other.when() + " và không được giao lại; hãy kết thúc và giao người khác trước.");
        }
    }
}
