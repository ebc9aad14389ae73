package vn.giaouoc.notification;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.giaouoc.organisation.OrganisationAdmin;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.shared.Errors;
import vn.giaouoc.shared.InvalidInput;
import vn.giaouoc.shared.NotFound;

/** How each person wants to be told, and where; everybody keeps the own. */
@Service
@Transactional
public class NoticeSettings {

    private final OrganisationAdmin organisation;
    private final JdbcClient jdbc;

    NoticeSettings(OrganisationAdmin organisation, JdbcClient jdbc) {
        this.organisation = organisation;
        this.jdbc = jdbc;
    }

    /** @param email null: none, so no letters */
    public record Settings(String email, Map<NoticeKind, Delivery> choices) {
    }

    /** The person's own. @throws NotFound whoever is signed in is no person of the organisation */
    @Transactional(readOnly = true)
    public Settings of(Actor actor) {
        String email = jdbc.sql("select coalesce(email, '') from person where user_id = ?").param(actor.userId()).query(String.class).optional()
                .orElseThrow(() -> new NotFound("Tài khoản này không nhận thông báo."));
        Map<NoticeKind, Delivery> choices = new EnumMap<>(NoticeKind.class);
        for (NoticeKind kind : NoticeKind.values()) {
            choices.put(kind, kind.usual());
        }
        jdbc.sql("select kind, delivery from notice_choice where user_id = ?").param(actor.userId()).query((rs, n) ->
                choices.put(NoticeKind.valueOf(rs.getString(1)), Delivery.valueOf(rs.getString(2)))).list();
        return new Settings(email.isEmpty() ? null : email, choices);
    }

    /** Keeps them; counts from the next notice on. @throws InvalidInput at the field */
    public void save(Actor actor, Settings settings) {
        of(actor);
        var errors = new Errors();
        Map<NoticeKind, Delivery> choices = settings.choices() == null ? Map.of() : settings.choices();
        for (NoticeKind kind : NoticeKind.values()) {
            Delivery chosen = choices.get(kind);
            errors.when(chosen == null || !kind.choices().contains(chosen), "choices." + kind.name(), "Chọn cách nhận.");
        }
        errors.refuse();
        organisation.setEmail(actor.userId(), settings.email());
        choices.forEach((kind, delivery) -> jdbc.sql("insert into notice_choice values (:user, :kind, :delivery) "
                        + "on conflict (user_id, kind) do update set delivery = :delivery")
                .param("user", actor.userId()).param("kind", kind.name()).param("delivery", delivery.name()).update());
    }
}
