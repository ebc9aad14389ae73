package vn.giaouoc.report;

import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.campaign.Launch;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.ConflictRefusal;

/** The end of a campaign: Sở Nội vụ closes it once its tổng kết report is signed. */
@Service
@Transactional
public class Closing {

    private final Launch launch;
    private final Periods periods;

    Closing(Launch launch, Periods periods) {
        this.launch = launch;
        this.periods = periods;
    }

    /** Whether this person may close the campaign now. */
    @Transactional(readOnly = true)
    public boolean possible(Actor actor, String code) {
        return launch.mayClose(actor) && periods.finalSigned(code);
    }

    /** Checks, changing nothing. @throws ConflictRefusal the tổng kết report is not signed yet */
    @Transactional(readOnly = true)
    public void check(Actor actor, String code, String conclusion) {
        launch.checkClose(actor, conclusion);
        if (!periods.finalSigned(code)) {
            throw new ConflictRefusal("Chưa thể kết thúc phong trào: báo cáo tổng kết chưa được ký, ban hành.");
        }
    }

    /** Closes. @return when the file is due in the archive */
    public Instant close(Actor actor, String code, String conclusion) {
        check(actor, code, conclusion);
        return launch.close(actor, code, conclusion);
    }
}
