package vn.giaouoc.signature;

import java.time.Instant;

/**
 * One signature in a PDF that was signed with a digital certificate outside the product.
 *
 * @param name          common name in the certificate, else its whole subject
 * @param organisation  as the certificate names it, null when it does not
 * @param signedAt      as the signer's computer claims it, null when it does not say
 * @param intact        the signed part is byte for byte what was signed
 * @param wholeDocument nothing was appended that changes what is seen after this signature (further signatures are allowed)
 * @param certificate   what can be said offline
 * @param issuer        who issued the certificate
 * @param validFrom     of the certificate
 * @param validUntil    of the certificate
 * @param summary       Vietnamese, for the official
 */
public record SignerFound(String name, String organisation, Instant signedAt, boolean intact, boolean wholeDocument,
                          CertificateState certificate, String issuer, Instant validFrom, Instant validUntil, String summary) {

    /** Intact, and nothing appended afterwards that changes what is seen. */
    public boolean sound() {
        return intact && wholeDocument;
    }

    /** What an offline check can say about a certificate. Revocation is never asked for over the network. */
    public enum CertificateState {
        /** Issued under an authority the office trusts, and in its time when signed. */
        TRUSTED("chứng thư do tổ chức chứng thực được tin cậy cấp, còn hạn khi ký; chưa kiểm tra thu hồi"),
        /** In its time when signed, but no authority that was named to the product stands behind it. */
        UNKNOWN_ISSUER("chứng thư còn hạn khi ký; chưa xác định được tổ chức chứng thực, chưa kiểm tra thu hồi"),
        /** The certificate vouches for itself. */
        SELF_SIGNED("chứng thư tự cấp, không có tổ chức chứng thực bảo đảm"),
        /** Signed before its first or after its last day. */
        OUT_OF_TIME("chứng thư chưa có hiệu lực hoặc đã hết hạn khi ký"),
        /** The file itself carries proof of revocation. */
        REVOKED("chứng thư đã bị thu hồi"),
        /** The signature names no certificate that could be read. */
        MISSING("không đọc được chứng thư");

        private final String label;

        CertificateState(String label) {
            this.label = label;
        }

        /** Vietnamese. */
        public String label() {
            return label;
        }
    }
}
