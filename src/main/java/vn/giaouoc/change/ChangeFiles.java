package vn.giaouoc.change;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.giaouoc.campaign.CampaignAccess;
import vn.giaouoc.document.CaseAccess;
import vn.giaouoc.shared.Actor;

/** Files of a change ({@code PT-2024-003/TD1}) are for everybody its campaign concerns once it is in force. */
@Component
class ChangeFiles implements CaseAccess {

    private static final Pattern SUBJECT = Pattern.compile("([^/]+)/TD(\\d+)");

    private final CampaignAccess access;
    private final JdbcClient jdbc;

    ChangeFiles(CampaignAccess access, JdbcClient jdbc) {
        this.access = access;
        this.jdbc = jdbc;
    }

    @Override
    public boolean owns(String subject) {
        return SUBJECT.matcher(subject).matches();
    }

    @Override
    public boolean maySee(Actor actor, String subject) {
        Matcher parts = SUBJECT.matcher(subject);
        return parts.matches() && inForce(parts.group(1), Integer.parseInt(parts.group(2))) && access.maySee(actor, parts.group(1));
    }

    private boolean inForce(String code, int seq) {
        return jdbc.sql("select exists (select 1 from campaign_change where campaign_code = ? and seq = ? and in_force_at is not null)")
                .params(code, seq).query(Boolean.class).single();
    }
}
