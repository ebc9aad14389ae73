package vn.giaouoc.document;

import org.springframework.stereotype.Component;
import vn.giaouoc.calendar.Foreseen;
import vn.giaouoc.platform.time.Deadlines;

/** The chain of approval as a year's dry run sees it. */
@Component
public class ForeseenApproval {

    private final Papers papers;
    private final Deadlines deadlines;

    ForeseenApproval(Papers papers, Deadlines deadlines) {
        this.papers = papers;
        this.deadlines = deadlines;
    }

    /**
     * Adds the steps of a paper to a plan.
     *
     * @param at the step it waits at, which is open with its own deadline; steps before it are over. null: it waits nowhere yet, all are
     *           only foreseen
     */
    public Foreseen add(Foreseen plan, String paperId, ApprovalStep at) {
        for (PlannedStep step : papers.plannedSteps()) {
            if (at == null || step.step().ordinal() >= at.ordinal()) {
                if (step.step() == at) {
                    plan.begun(deadlines.of(paperId).standing(Papers.STEP));
                }
                plan.next(step.step().label(), step.deadline(), step.group());
            }
        }
        return plan;
    }
}
