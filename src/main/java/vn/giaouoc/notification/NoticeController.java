package vn.giaouoc.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.platform.security.CurrentActor;

/** What the page "Cách nhận thông báo" calls; each signed-in person for itself. */
@RestController
@RequestMapping("/api/notices/settings")
class NoticeController {

    private final NoticeSettings settings;
    private final CurrentActor actor;

    NoticeController(NoticeSettings settings, CurrentActor actor) {
        this.settings = settings;
        this.actor = actor;
    }

    record Choice(Delivery code, String name) {
    }

    record Kind(NoticeKind code, String name, Delivery chosen, List<Choice> choices) {
    }

    @GetMapping
    Map<String, Object> mine() {
        NoticeSettings.Settings mine = settings.of(actor.get());
        return Map.of("email", mine.email() == null ? "" : mine.email(), "kinds", Arrays.stream(NoticeKind.values()).map(kind ->
                new Kind(kind, kind.label(), mine.choices().get(kind), kind.choices().stream()
                        .map(delivery -> new Choice(delivery, delivery.label())).toList())).toList());
    }

    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void save(@RequestBody NoticeSettings.Settings body) {
        settings.save(actor.get(), body);
    }
}
