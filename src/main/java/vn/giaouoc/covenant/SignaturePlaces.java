package vn.giaouoc.covenant;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.giaouoc.bloc.BlocRole;
import vn.giaouoc.document.PaperContent.Signature;

/** The members' places on the paper of a covenant. What was confirmed is said in words: no seal, no picture of a signature. */
final class SignaturePlaces {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("'lúc' HH:mm 'ngày' dd/MM/yyyy");
    private static final String UNSIGNED = "(chưa ký)";

    private SignaturePlaces() {
    }

    /** In the bloc's order. */
    static List<Signature> of(PaperFacts facts) {
        return facts.parties().stream().map(member -> place(member, facts)).toList();
    }

    private static Signature place(MemberState member, PaperFacts facts) {
        boolean signed = member.signing().signed();
        String role = member.role() == BlocRole.MEMBER ? "" : "(" + member.role().label(facts.bloc().kind()) + ")\n";
        String capacity = member.capacity() == null ? "THỦ TRƯỞNG ĐƠN VỊ" : PaperFacts.capitals(member.capacity());
        return new Signature(member.unitName(), List.of(role + capacity), signed, note(member, facts),
                signed ? member.signerName() : null);
    }

    /** While others sign, an empty place is for ink; once the covenant stands, it says that nobody signed. */
    private static String note(MemberState member, PaperFacts facts) {
        return switch (member.signing()) {
            case SIGNED -> confirmed(member.signedAt(), facts.zone());
            case CONFIRMED_ON_PAPER -> outside(member, facts) ? "Ký số ngoài hệ thống, đã xác nhận" : "Ký trên giấy, đã xác nhận";
            case SIGNED_ON_PAPER -> recorded(facts.covenant().status()) ? "Ký trên giấy, đơn vị chưa xác nhận"
                    : "Ký trên giấy, chờ đơn vị xác nhận";
            case MISSING, REFUSED, DISPUTED -> UNSIGNED;
            case NOT_OPEN, WAITING -> stands(facts.covenant().status()) ? UNSIGNED : null;
        };
    }

    /** In words, with the moment. @param at may be null */
    static String confirmed(Instant at, ZoneId zone) {
        return "Xác nhận điện tử trên hệ thống" + (at == null ? "" : "\n" + MOMENT.withZone(zone).format(at));
    }

    private static boolean outside(MemberState member, PaperFacts facts) {
        return facts.files().stream().filter(file -> file.contentVersion() == facts.covenant().contentVersion())
                .filter(file -> file.units().contains(member.unitCode()))
                .reduce((first, last) -> last).filter(SignedFile::outside).isPresent();
    }

    private static boolean recorded(CovenantStatus status) {
        return status == CovenantStatus.RECORDED || status == CovenantStatus.SUPERSEDED;
    }

    private static boolean stands(CovenantStatus status) {
        return status.ordinal() >= CovenantStatus.IN_FORCE.ordinal() && status != CovenantStatus.GIVEN_UP;
    }
}
