package vn.giaouoc.campaign;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.shared.Page;

/** What "Theo dõi phong trào" calls beside its task: the lists behind its figures, and the return of one answer. */
@RestController
@Hidden
@RequestMapping("/api/forms/campaigns/{code}/responses")
class FollowController {

    private final CampaignQueries campaigns;
    private final Responses responses;
    private final CurrentActor actor;

    FollowController(CampaignQueries campaigns, Responses responses, CurrentActor actor) {
        this.campaigns = campaigns;
        this.responses = responses;
        this.actor = actor;
    }

    record Return(String reason) {
    }

    @GetMapping
    Map<String, Object> list(@PathVariable String code, @RequestParam(defaultValue = "all") String state,
                             @RequestParam(defaultValue = "0") int offset, @RequestParam(defaultValue = "50") int limit) {
        Page<ResponseRow> page = campaigns.responses(actor.get(), code, state, offset, limit);
        return Map.of("rows", page.items(), "total", page.total(), "returnable", responses.mayReturn(actor.get(), code));
    }

    @GetMapping("/{unit}")
    ResponseDetail one(@PathVariable String code, @PathVariable String unit) {
        return campaigns.response(actor.get(), code, unit);
    }

    @PostMapping("/{unit}/return")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendBack(@PathVariable String code, @PathVariable String unit, @RequestBody Return body) {
        responses.returnAnswer(actor.get(), code, unit, body.reason());
    }
}
