package vn.giaouoc.signature;

import java.util.List;
import org.springframework.stereotype.Service;

/** Signatures with digital certificates made outside the product (PAdES), checked offline. */
@Service
public class OutsideSignatures {

    /**
     * The signatures of a PDF in the order they were made; empty when it has none.
     *
     * @throws vn.giaouoc.shared.InvalidInput at {@code file}: no readable PDF, or too large
     */
    public List<SignerFound> verify(byte[] pdf) {
        return List.of();
    }
}
