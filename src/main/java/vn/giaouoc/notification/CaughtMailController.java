package vn.giaouoc.notification;

import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the trial's mail server has taken; administrators only, by the security chains. */
@RestController
@Profile("trial")
class CaughtMailController {

    private final MailCatcher catcher;

    CaughtMailController(MailCatcher catcher) {
        this.catcher = catcher;
    }

    @GetMapping("/api/trial/mails")
    List<MailCatcher.Caught> letters() {
        return catcher.letters();
    }
}
