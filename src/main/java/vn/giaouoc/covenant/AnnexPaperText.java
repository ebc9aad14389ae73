package vn.giaouoc.covenant;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import vn.giaouoc.campaign.PlanText;
import vn.giaouoc.document.PaperContent;
import vn.giaouoc.document.PaperContent.Joint;
import vn.giaouoc.document.PaperContent.Section;
import vn.giaouoc.document.PaperContent.Signature;
import vn.giaouoc.document.PaperContent.Table;
import vn.giaouoc.document.PaperContent.Verification;

/** What the paper of a successor's annex says, with the place of its one signature. */
final class AnnexPaperText {

    private AnnexPaperText() {
    }

    /** @param verification of the annex's own digest */
    static PaperContent of(Annex annex, PaperFacts facts, Verification verification) {
        LocalDate signed = annex.signedAt() == null ? null : LocalDate.ofInstant(annex.signedAt(), facts.zone());
        return new PaperContent(null, facts.body(), null, null, facts.place(), signed, facts.bloc().year(),
                "PHỤ LỤC KẾ THỪA", "Kèm theo Bản giao ước thi đua " + facts.bloc().title(), null,
                Stream.of(facts.ground()).filter(Objects::nonNull).toList(), annex.text(), sections(annex, facts),
                "Phụ lục này là một phần của bản giao ước thi đua nêu trên./.", List.of(), List.of(), null,
                new Joint("Phụ lục số " + annex.seq(), List.of(place(annex, facts)), verification));
    }

    private static List<Section> sections(Annex annex, PaperFacts facts) {
        String version = facts.covenant().version() == 1 ? "" : ", điều chỉnh lần " + (facts.covenant().version() - 1);
        return PlanText.numbered(Stream.of(
                new Section("Kế thừa", List.of(), new Table(List.of("Đơn vị cũ", "Đơn vị kế thừa", "Từ ngày"),
                        List.of(List.of(annex.fromName(), annex.toName(), PlanText.day(annex.on()))), List.of(), List.of(41, 41, 18))),
                new Section("Bản giao ước được kế thừa", List.of("Bản giao ước thi đua " + facts.bloc().title() + version + ".",
                        "Mã nội dung (SHA-256): " + annex.covenantDigest().replaceAll("(.{16})(?!$)", "$1 ")), null)));
    }

    private static Signature place(Annex annex, PaperFacts facts) {
        boolean signed = annex.signedAt() != null;
        return new Signature(annex.toName(), List.of(signed ? PaperFacts.capitals(annex.capacity()) : "THỦ TRƯỞNG ĐƠN VỊ"), signed,
                signed ? SignaturePlaces.confirmed(annex.signedAt(), facts.zone()) : null, annex.signerName());
    }
}
