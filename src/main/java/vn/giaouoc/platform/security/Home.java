package vn.giaouoc.platform.security;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /} leads each role to where its work is. */
@Controller
class Home {

    private final CurrentActor actor;

    Home(CurrentActor actor) {
        this.actor = actor;
    }

    @GetMapping("/")
    String home() {
        Set<String> groups = actor.get().groups();
        if (groups.contains(Roles.SUPERVISOR)) {
            return "redirect:/camunda/app/cockpit/default/";
        }
        if (groups.equals(Set.of(Roles.ADMIN))) {
            return "redirect:/giaouoc/organisation.html";
        }
        return "redirect:/camunda/app/tasklist/default/";
    }
}
