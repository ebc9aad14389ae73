package vn.giaouoc.notification;

import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The outbox as the administrators' page shows it; administrators only, by the security chains. */
@RestController
@RequestMapping("/api/mails")
class MailController {

    private final Mails mails;
    private final boolean catcher;

    MailController(Mails mails, ObjectProvider<MailCatcher> catcher) {
        this.mails = mails;
        this.catcher = catcher.getIfAvailable() != null;
    }

    @GetMapping
    Map<String, Object> list(@RequestParam(required = false) String status, @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "50") int limit) {
        return Map.of("page", mails.list(status, offset, limit), "on", mails.on(), "withoutAddress", mails.withoutAddress(),
                "catcher", catcher);
    }

    @PostMapping("/{id}/again")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void again(@PathVariable UUID id) {
        mails.again(id);
    }
}
