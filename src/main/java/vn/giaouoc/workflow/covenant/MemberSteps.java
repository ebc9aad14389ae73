package vn.giaouoc.workflow.covenant;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import vn.giaouoc.covenant.CovenantQueries;
import vn.giaouoc.covenant.CovenantStatus;
import vn.giaouoc.covenant.CovenantView;
import vn.giaouoc.covenant.MemberState;
import vn.giaouoc.covenant.SigningState;
import vn.giaouoc.workflow.response.ResponseProcess;

/**
 * What a member has to do now, from the covenant itself: a member whose part stood still (no people, a failed job) may have
 * missed the messages of its bloc.
 */
@Component
class MemberSteps {

    enum Step { COMMENT, REGISTER, SIGN, WAIT, CLOSED }

    private final CovenantQueries covenants;
    private final CovenantDates dates;

    MemberSteps(CovenantQueries covenants, CovenantDates dates) {
        this.covenants = covenants;
        this.dates = dates;
    }

    /** Sets the step, until when it has to be done, and whether there is a paper to confirm. */
    void next(DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        CovenantView covenant = covenants.get(CovenantProcess.covenant(key));
        MemberState member = member(covenant, CovenantProcess.unit(key));
        Step step = step(covenant, member);
        execution.setVariable(CovenantProcess.STEP, step.name());
        execution.setVariable(CovenantProcess.ON_PAPER, member.signing() == SigningState.SIGNED_ON_PAPER);
        Instant dueAt = dueAt(covenant, step);
        if (dueAt != null) {
            execution.setVariable(ResponseProcess.DUE_AT, Date.from(dueAt));
            execution.setVariable(ResponseProcess.REMIND_AT, dates.remind(step.name(), dueAt));
        }
    }

    static MemberState member(CovenantView covenant, String unit) {
        return covenant.members().stream().filter(member -> member.unitCode().equals(unit)).findFirst().orElseThrow();
    }

    private Step step(CovenantView covenant, MemberState member) {
        CovenantStatus status = covenant.status();
        if (status == CovenantStatus.COMMENTING) {
            return member.commented() || member.silent() ? Step.WAIT : Step.COMMENT;
        }
        if (status == CovenantStatus.REGISTERING) {
            return member.registered() || member.registrationMissing() ? Step.WAIT : Step.REGISTER;
        }
        if (status.signable()) {
            return member.signing().signed() || !covenants.signing(covenant.key()) ? Step.WAIT : Step.SIGN;
        }
        return List.of(CovenantStatus.RECORDED, CovenantStatus.SUPERSEDED, CovenantStatus.GIVEN_UP).contains(status) ? Step.CLOSED : Step.WAIT;
    }

    private static Instant dueAt(CovenantView covenant, Step step) {
        return switch (step) {
            case COMMENT -> covenant.commentDueAt();
            case REGISTER -> covenant.registerDueAt();
            case SIGN -> covenant.signDueAt();
            case WAIT, CLOSED -> null;
        };
    }
}
