package vn.giaouoc.covenant;

import vn.giaouoc.shared.Errors;

/**
 * Who signed a paper by hand, or with a certificate outside.
 *
 * @param name     at most 200 characters
 * @param position as the paper has it, at most 200 characters: {@code Giám đốc}, {@code KT. Giám đốc, Phó Giám đốc}
 */
public record InkSigner(String name, String position) {

    private static final int LONGEST = 200;
    private static final String CONFIRMED = "Xác nhận bản ký trên giấy";

    static void check(InkSigner signer, boolean required, Errors errors) {
        errors.text(signer == null ? null : signer.name(), "signerName", required, LONGEST, "Nhập họ tên người đã ký bản giấy.");
        errors.text(signer == null ? null : signer.position(), "signerPosition", required, LONGEST, "Nhập chức vụ của người đã ký bản giấy.");
    }

    /** The ground as it stands in the chain. @param signer null: confirmed when nobody was asked who signed */
    static String words(InkSigner signer) {
        return signer == null ? CONFIRMED : CONFIRMED + " do " + signer.name() + " (" + signer.position() + ") ký";
    }
}
