package vn.giaouoc.covenant;

/**
 * A member's word on a paper that the head unit says it signed.
 *
 * @param confirmed that the unit signed it
 * @param signer    who signed it by hand, of a confirmed one
 * @param reason    of a disputed one
 * @param digest    of the content the person has read, of a confirmed one
 */
public record PaperAnswer(Boolean confirmed, InkSigner signer, String reason, String digest) {

    /** The unit signed it. */
    public static PaperAnswer confirmed(InkSigner signer, String digest) {
        return new PaperAnswer(true, signer, null, digest);
    }

    /** The unit did not sign it. */
    public static PaperAnswer disputed(String reason) {
        return new PaperAnswer(false, null, reason, null);
    }
}
