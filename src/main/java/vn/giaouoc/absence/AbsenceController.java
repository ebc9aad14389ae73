package vn.giaouoc.absence;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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

/** What the page "Vắng mặt, xử lý thay" calls. Not part of the public API. */
@RestController
@Hidden
@RequestMapping("/api/v1/absences")
class AbsenceController {

    private final Absences absences;
    private final DeputyActs acts;
    private final HeldTasks held;
    private final CurrentActor actor;
    private final Clock clock;

    AbsenceController(Absences absences, DeputyActs acts, HeldTasks held, CurrentActor actor, Clock clock) {
        this.absences = absences;
        this.acts = acts;
        this.held = held;
        this.actor = actor;
        this.clock = clock;
    }

    record Entered(String code) {
    }

    record Reason(String reason) {
    }

    @GetMapping
    Map<String, Object> list() {
        return Map.of("absences", absences.list(actor.get()), "held", held.list(actor.get()), "me", actor.get().userId(),
                "today", LocalDate.now(clock));
    }

    @GetMapping("/options")
    Absences.Options options(@RequestParam(required = false) String person) {
        return absences.options(actor.get(), person);
    }

    @GetMapping("/{code}")
    Map<String, Object> one(@PathVariable String code) {
        AbsenceView view = absences.get(actor.get(), code);
        List<DeputyActs.DeputyAct> done = acts.ofAbsence(code);
        return Map.of("absence", view, "acts", done);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Entered enter(@RequestBody AbsenceDraft body) {
        return new Entered(absences.enter(actor.get(), body));
    }

    @PostMapping("/{code}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String code, @RequestBody Reason body) {
        absences.end(actor.get(), code, body.reason());
    }

    @PostMapping("/held-tasks/{taskId}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable String taskId, @RequestBody Reason body) {
        held.release(actor.get(), taskId, body.reason());
    }
}
