package vn.giaouoc.signature;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.giaouoc.signature.ChainReport.Fault;
import vn.giaouoc.signature.ChainReport.FaultKind;

/** Goes along the chain once and notes what is wrong. */
final class ChainWalk {

    private final EntryForm form;
    private final ServerKeys keys;
    private final Optional<Anchor.Point> anchor;
    private final List<Fault> faults = new ArrayList<>();
    private long entries;
    private long last;
    private String lastHash = SignatureChain.ZEROS;
    private String atAnchor;

    ChainWalk(EntryForm form, ServerKeys keys, Optional<Anchor.Point> anchor) {
        this.form = form;
        this.keys = keys;
        this.anchor = anchor;
        this.atAnchor = anchor.filter(point -> point.seq() == 0).map(point -> SignatureChain.ZEROS).orElse(null);
    }

    /** The next entry of the whole chain. */
    void next(Entry entry) {
        entries++;
        if (entry.seq() != last + 1) {
            missing(last + 1, entry.seq() - 1);
        } else {
            place(entry, lastHash);
        }
        itself(entry);
        last = entry.seq();
        lastHash = entry.hash();
        if (anchor.isPresent() && anchor.get().seq() == entry.seq()) {
            atAnchor = entry.hash();
        }
    }

    /** An entry out of its chain, with the hash of the entry before (null when that is not there). */
    void alone(Entry entry, String previousHash) {
        entries++;
        if (previousHash != null) {
            place(entry, previousHash);
        }
        itself(entry);
    }

    /** What is known of the whole chain without walking along it. */
    void extent(long count, long end, String hashAtAnchor) {
        if (count != end) {
            fault(FaultKind.MISSING, end, "", "Sổ có %d bản ghi nhưng số cuối là %d: có bản ghi đã bị xóa.".formatted(count, end));
        }
        last = end;
        atAnchor = hashAtAnchor;
    }

    private void place(Entry entry, String previousHash) {
        if (!previousHash.equals(entry.previousHash())) {
            fault(FaultKind.REORDERED, entry.seq(), entry.subject(),
                    "Bản ghi số %d không nối tiếp bản ghi số %d: thứ tự đã bị đảo hoặc bản ghi trước đã bị thay."
                            .formatted(entry.seq(), entry.seq() - 1));
        }
    }

    private void itself(Entry entry) {
        boolean known = entry.kind() != null && entry.form() != null;
        if (!known || !hash(entry).equals(entry.hash())) {
            fault(FaultKind.ALTERED, entry.seq(), entry.subject(),
                    "Bản ghi số %d (%s) đã bị sửa: nội dung không khớp mã băm.".formatted(entry.seq(), entry.subject()));
            return;
        }
        switch (keys.check(entry.keyId(), EntryForm.signed(entry.hash()), entry.signature())) {
            case WRONG -> fault(FaultKind.WRONG_SIGNATURE, entry.seq(), entry.subject(),
                    "Bản ghi số %d (%s) không phải do máy chủ ký: chữ ký không đúng.".formatted(entry.seq(), entry.subject()));
            case UNKNOWN_KEY -> fault(FaultKind.UNKNOWN_KEY, entry.seq(), entry.subject(),
                    "Bản ghi số %d (%s) nêu khóa ký không có trong tệp khóa của máy chủ.".formatted(entry.seq(), entry.subject()));
            case GOOD -> { }
        }
    }

    /** Text that cannot be hashed cannot have been written by us. */
    private String hash(Entry entry) {
        try {
            return form.hash(entry);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private void missing(long from, long to) {
        String which = from == to ? "số " + from : "từ số " + from + " đến số " + to;
        fault(FaultKind.MISSING, from, "", "Thiếu bản ghi " + which + ": đã bị xóa.");
    }

    private void end() {
        if (anchor.isEmpty()) {
            if (last > 0) {
                fault(FaultKind.NO_ANCHOR, last, "", "Không có điểm neo đọc được ở ngoài cơ sở dữ liệu: "
                        + "không khẳng định được phần cuối sổ còn đủ. Xem docs/operations.md, mục Signing key and anchor.");
            }
            return;
        }
        Anchor.Point point = anchor.get();
        if (point.seq() > last) {
            fault(FaultKind.CUT_OFF, last + 1, "", "Sổ kết thúc ở số %d, trong khi điểm neo đã ghi nhận đến số %d: phần cuối đã bị cắt."
                    .formatted(last, point.seq()));
        } else if (!point.hash().equals(atAnchor)) {
            fault(FaultKind.CUT_OFF, point.seq(), "",
                    "Bản ghi số %d khác với bản ghi đã được neo: sổ đã bị lập lại.".formatted(point.seq()));
        }
    }

    private void fault(FaultKind kind, long seq, String subject, String message) {
        boolean ofTheEnd = kind == FaultKind.CUT_OFF || kind == FaultKind.NO_ANCHOR;
        if (ofTheEnd || faults.size() < ChainReport.MOST_FAULTS) {
            faults.add(new Fault(kind, seq, subject, message));
        }
    }

    long last() {
        return last;
    }

    String lastHash() {
        return lastHash;
    }

    ChainReport report(Instant now) {
        end();
        boolean intact = faults.isEmpty();
        String summary = intact ? "Sổ xác nhận nguyên vẹn: đã kiểm tra %d bản ghi.".formatted(entries)
                : "Sổ xác nhận có dấu hiệu bị can thiệp: " + faults.get(0).message();
        return new ChainReport(intact, entries, last, anchor.map(Anchor.Point::seq).orElse(0L), now, List.copyOf(faults), summary);
    }
}
