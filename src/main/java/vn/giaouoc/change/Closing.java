package vn.giaouoc.change;

import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.campaign.Launch;
import vn.giaouoc.report.Periods;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;

/** The end of a campaign: Sở Nội vụ closes it once its tổng kết report is signed and nothing waits that closing would cut off. */
@Service
@Transactional
public class Closing {

    private final Launch launch;
    private final Periods periods;
    private final Changes changes;

    Closing(Launch launch, Periods periods, Changes changes) {
        this.launch = launch;
        this.periods = periods;
        this.changes = changes;
    }

    /** Why the campaign cannot be closed now, as officials read it; empty when it can. */
    @Transactional(readOnly = true)
    public Optional<String> obstacle(String code) {
        Optional<String> found = periods.finalSigned(code) ? changes.underWay(code).map(Closing::mustEnd).or(() -> launch.unfinished(code))
                : Optional.of("báo cáo tổng kết chưa được ký, ban hành.");
        return found.map(why -> "Chưa thể kết thúc phong trào: " + why);
    }

    private static String mustEnd(ChangeView change) {
        return "đề nghị " + change.kind().label().toLowerCase() + " lần " + change.seq() + " đang "
                + ("DRAFTING".equals(change.status()) ? "soạn" : "trình duyệt, ký, vào sổ") + "; chờ xong hoặc thôi đề nghị đó trước.";
    }

    /** Checks, changing nothing. @throws ConflictRefusal what stands against it, see {@link #obstacle} */
    @Transactional(readOnly = true)
    public void check(Actor actor, String code, String conclusion) {
        launch.checkClose(actor, conclusion);
        obstacle(code).ifPresent(why -> {
            throw new ConflictRefusal(why);
        });
    }

    /** Closes; earlier periods whose report is not signed end, the tổng kết has taken their place. @return when the file is due in the archive */
    public Instant close(Actor actor, String code, String conclusion) {
        launch.hold(code);
        check(actor, code, conclusion);
        Instant archiveAt = launch.close(actor, code, conclusion);
        changes.endPeriods(code, "Phong trào đã tổng kết.");
        return archiveAt;
    }
}
