package vn.giaouoc.document;

import java.time.LocalDate;
import java.util.List;

/**
 * What is printed on a paper. Texts are printed literally: nothing in them is a tag or markup. What is null or empty leaves
 * nothing behind, no heading and no line.
 *
 * @param superior  the body above the issuing one, null when it has none
 * @param body      the issuing body, in capitals
 * @param number    {@code 327/KH-UBND}; null while it has none: room before the symbol
 * @param symbol    {@code KH-UBND}
 * @param date      null while not issued: room for day and month of {@code year}
 * @param kindName  {@code KẾ HOẠCH}
 * @param title     trích yếu
 * @param addressee after "Kính gửi:", may be null
 * @param grounds   căn cứ
 * @param receivers nơi nhận
 * @param capacity  lines above the signature: {@code TM. ỦY BAN NHÂN DÂN}, {@code KT. CHỦ TỊCH}, {@code PHÓ CHỦ TỊCH}
 * @param joint     of a paper that several sign; null for one signature
 */
public record PaperContent(String superior, String body, String number, String symbol, String place, LocalDate date, int year,
                           String kindName, String title, String addressee, List<String> grounds, String opening,
                           List<Section> sections, String closing, List<String> receivers, List<String> capacity,
                           String signer, Joint joint) {

    public PaperContent {
        grounds = orEmpty(grounds);
        sections = orEmpty(sections);
        receivers = orEmpty(receivers);
        capacity = orEmpty(capacity);
        joint = joint == null ? new Joint(null, List.of(), null) : joint;
    }

    /** A paper with one signature. */
    public PaperContent(String superior, String body, String number, String symbol, String place, LocalDate date, int year,
                        String kindName, String title, String addressee, List<String> grounds, String opening,
                        List<Section> sections, String closing, List<String> receivers, List<String> capacity, String signer) {
        this(superior, body, number, symbol, place, date, year, kindName, title, addressee, grounds, opening, sections, closing,
                receivers, capacity, signer, null);
    }

    /**
     * What a paper has that several sign: a covenant, minutes.
     *
     * @param note         under the name of the body, where others have their number: {@code Điều chỉnh lần 1}; may be null
     * @param signatures   in the order of the paper
     * @param verification how the paper is checked, may be null
     */
    public record Joint(String note, List<Signature> signatures, Verification verification) {

        public Joint {
            signatures = orEmpty(signatures);
        }
    }

    /**
     * The place of one signature. It never shows a seal or a signature: what was confirmed is said in words.
     *
     * @param unit     printed in capitals; may be null
     * @param capacity {@code KT. GIÁM ĐỐC}, {@code PHÓ GIÁM ĐỐC}
     * @param signed   otherwise room for a signature by hand is left
     * @param note     how it was signed, or that it was not; may be null
     * @param name     may be null
     */
    public record Signature(String unit, List<String> capacity, boolean signed, String note, String name) {

        public Signature {
            capacity = orEmpty(capacity);
        }
    }

    /**
     * Where and how a paper is checked.
     *
     * @param qr      PNG of the address as a QR code
     * @param address of the page that tells whether the paper is valid
     * @param digest  of what was signed, short enough to compare by eye
     */
    public record Verification(byte[] qr, String address, String digest) {
    }

    /**
     * A part of the paper.
     *
     * @param paragraphs empty, and no table: the part is left out with its heading; null: a heading over the parts after it
     * @param table      may be null
     */
    public record Section(String heading, List<String> paragraphs, Table table) {
    }

    /**
     * A table; one without rows is left out.
     *
     * @param numeric columns (from 0) set to the right
     * @param widths  of the columns, percent; null or empty: all alike
     */
    public record Table(List<String> heads, List<List<String>> rows, List<Integer> numeric, List<Integer> widths) {

        public Table {
            rows = orEmpty(rows);
            numeric = orEmpty(numeric);
            widths = widths == null || widths.isEmpty() ? heads.stream().map(head -> 100 / heads.size()).toList() : widths;
            int columns = heads.size();
            if (columns == 0 || widths.size() != columns || rows.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException("Heads, rows and widths of a table have the same number of columns");
            }
        }
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
