package vn.giaouoc.workflow.review;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.giaouoc.platform.security.CurrentActor;
import vn.giaouoc.review.ReviewKey;
import vn.giaouoc.review.ReviewPlans;
import vn.giaouoc.review.ReviewSigning;
import vn.giaouoc.review.Reviews;

/** What the forms of a review call beside their task. */
@RestController
@Hidden
@RequestMapping("/api/forms/reviews/{year}")
class ReviewFormController {

    private final Reviews reviews;
    private final ReviewPlans plans;
    private final ReviewSigning signing;
    private final CurrentActor actor;

    ReviewFormController(Reviews reviews, ReviewPlans plans, ReviewSigning signing, CurrentActor actor) {
        this.reviews = reviews;
        this.plans = plans;
        this.signing = signing;
        this.actor = actor;
    }

    record Plan(LocalDate beginOn, Boolean inspection) {
    }

    record Identity(String password, String digest) {

        /** Never the password, wherever it may be printed. */
        @Override
        public String toString() {
            return "Identity[]";
        }
    }

    /** Begins the review before its date. */
    @PostMapping
    Map<String, Object> begin(@PathVariable String year) {
        return Map.of("key", ReviewKey.of(year), "begun", reviews.begin(actor.get(), year));
    }

    /** The bloc's own date, and whether its rules ask for mutual inspection. */
    @PostMapping("/plan")
    ReviewPlans.Plan plan(@PathVariable String year, @RequestBody Plan body) {
        plans.set(actor.get(), year, body.beginOn(), body.inspection());
        return plans.of(year);
    }

    /** The signer's password, for exactly one signature; it is checked and kept nowhere. {@code run} is {@code SK1}. */
    @PostMapping("/{run}/identity")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void identity(@PathVariable String year, @PathVariable String run, @RequestBody Identity body) {
        signing.proveIdentity(actor.get(), year + "/" + run, body.password(), body.digest());
    }
}
