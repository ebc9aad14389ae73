package vn.giaouoc.workflow.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people have typed and not handed in yet; kept on the server, one per form and person. */
@Component
class FormDrafts {

    /** Whose draft it is when its writer was taken from the task; no user id. */
    private static final String LEFT = "-";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    FormDrafts(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    record Draft(long revision, boolean ready, ObjectNode data, Instant savedAt) {
    }

    /** @param found what the check found that does not block */
    record Checked<T>(long revision, T found) {
    }

    static String ofTask(String taskId) {
        return "task:" + taskId;
    }

    static String ofStart(String processKey) {
        return "start:" + processKey;
    }

    /** Saves; {@code ready} says that it was validated and may be completed with. @return the new revision */
    Draft save(String owner, String user, ObjectNode data, boolean ready) {
        Instant now = clock.instant();
        long revision = jdbc.sql("insert into form_draft values (?, ?, 1, ?, ?::jsonb, ?) on conflict (owner, user_id) do update "
                        + "set revision = form_draft.revision + 1, ready = excluded.ready, data = excluded.data, "
                        + "saved_at = excluded.saved_at returning revision")
                .params(owner, user, ready, data.toString(), Timestamp.from(now)).query(Long.class).single();
        return new Draft(revision, ready, data, now);
    }

    /** Keeps what was typed in any case, and marks it ready when the check lets it pass. What the check throws comes out of here. */
    <T> Checked<T> check(String owner, String user, ObjectNode data, Supplier<T> check) {
        T found;
        try {
            found = check.get();
        } catch (RuntimeException refusal) {
            save(owner, user, data, false);
            throw refusal;
        }
        return new Checked<>(save(owner, user, data, true).revision(), found);
    }

    /** Keeps what is being typed. What was validated stays ready while it is the same: the last save of a form may arrive after its check. */
    Draft type(String owner, String user, ObjectNode data) {
        boolean unchanged = jdbc.sql("select ready and data = ?::jsonb from form_draft where owner = ? and user_id = ? for update")
                .params(data.toString(), owner, user).query(Boolean.class).optional().orElse(false);
        return save(owner, user, data, unchanged);
    }

    /** What this person begins with: its own draft, or one that was left with the task. */
    Optional<Draft> begin(String owner, String user) {
        return find(owner, user).or(() -> find(owner, LEFT));
    }

    /**
     * The task is taken from whoever held it: the latest draft stays with the task for the next. Files nobody but their uploader may use
     * are left out of it; those already bound to the case stay.
     */
    void leave(String owner) {
        jdbc.sql("delete from form_draft d where owner = :owner and exists (select 1 from form_draft later where later.owner = d.owner "
                + "and (later.saved_at, later.user_id) > (d.saved_at, d.user_id))").param("owner", owner).update();
        jdbc.sql("update form_draft set user_id = :left, ready = false, data = case when jsonb_typeof(data -> 'files') = 'array' "
                + "then jsonb_set(data, '{files}', coalesce((select jsonb_agg(file) from jsonb_array_elements(data -> 'files') file "
                + "join attachment a on a.id::text = file ->> 'id' and a.subject is not null), '[]')) else data end where owner = :owner")
                .param("left", LEFT).param("owner", owner).update();
    }

    Optional<Draft> find(String owner, String user) {
        return jdbc.sql("select revision, ready, data, saved_at from form_draft where owner = ? and user_id = ?")
                .params(owner, user).query(this::draft).optional();
    }

    /** Ends everybody's drafts of this form. A refusal afterwards brings them back with its transaction. @return this person's */
    Optional<Draft> takeAll(String owner, String user) {
        return jdbc.sql("delete from form_draft where owner = ? returning revision, ready, data, saved_at, user_id").param(owner)
                .query((rs, n) -> Map.entry(rs.getString(5), draft(rs, n))).list().stream()
                .filter(draft -> draft.getKey().equals(user)).map(Map.Entry::getValue).findFirst();
    }

    /** The same with the drafts of this person only. */
    Optional<Draft> take(String owner, String user) {
        return jdbc.sql("delete from form_draft where owner = ? and user_id = ? returning revision, ready, data, saved_at")
                .params(owner, user).query(this::draft).optional();
    }

    private Draft draft(ResultSet rs, int n) throws SQLException {
        return new Draft(rs.getLong(1), rs.getBoolean(2), read(rs.getString(3)), rs.getTimestamp(4).toInstant());
    }

    private ObjectNode read(String data) {
        try {
            return (ObjectNode) json.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored draft cannot be read", e);
        }
    }
}
