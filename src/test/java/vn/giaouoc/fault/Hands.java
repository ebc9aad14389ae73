package vn.giaouoc.fault;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.document.Attachments;
import vn.giaouoc.shared.Actor;
import vn.giaouoc.test.Officials;

/** What officials do in a node that runs in a process of its own; exists in no other run of the product. */
@RestController
@Profile("fault")
@RequestMapping("/api/v1/fault")
class Hands {

    private final Officials officials;
    private final Attachments attachments;
    private final IdentityService identities;
    private final Clock clock;

    Hands(Officials officials, Attachments attachments, IdentityService identities, Clock clock) {
        this.identities = identities;
        this.officials = officials;
        this.attachments = attachments;
        this.clock = clock;
    }

    @GetMapping("/now")
    Map<String, Object> now() {
        return Map.of("now", LocalDateTime.now(clock));
    }

    @PostMapping("/complete")
    Map<String, Object> complete(@RequestParam String user, @RequestParam String key, @RequestParam String task,
                                 @RequestBody Map<String, Object> data) {
        officials.complete(actor(user).userId(), key, task, data);
        return Map.of();
    }

    @PostMapping("/file")
    Map<String, Object> file(@RequestParam String user) {
        byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
        return Map.of("id", attachments.upload(actor(user), "ban-ky.pdf", pdf).id());
    }

    /** The person with its groups, which the connected system that calls may not read. */
    private Actor actor(String user) {
        identities.clearAuthentication();
        return officials.actor(user);
    }
}
