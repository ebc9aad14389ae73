package vn.giaouoc.platform.time;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads and moves the trial's clock; administrators only (see the security chains). Does not exist in production. */
@RestController
@Profile({"trial", "test"})
@RequestMapping("/api/trial/clock")
class TrialClockController {

    private final TrialClock trialClock;
    private final Clock clock;

    TrialClockController(TrialClock trialClock, Clock clock) {
        this.trialClock = trialClock;
        this.clock = clock;
    }

    /** @param now local date and time of the product's zone */
    record Now(@NotNull(message = "Hãy nhập ngày, giờ.") LocalDateTime now) {
    }

    @GetMapping
    Now now() {
        return new Now(LocalDateTime.ofInstant(clock.instant(), clock.getZone()));
    }

    @PutMapping
    Now move(@Valid @RequestBody Now to) {
        trialClock.moveTo(to.now().atZone(clock.getZone()).toInstant());
        return now();
    }
}
