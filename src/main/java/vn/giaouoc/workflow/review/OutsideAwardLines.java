package vn.giaouoc.workflow.review;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.giaouoc.register.OutsideAwards;
import vn.giaouoc.review.AwardLine;
import vn.giaouoc.review.ReviewAwards;

/** What the register of outside awards tells reviews, so that neither room needs to know the other. */
@Component
class OutsideAwardLines implements ReviewAwards {

    private final OutsideAwards awards;

    OutsideAwardLines(OutsideAwards awards) {
        this.awards = awards;
    }

    @Override
    public List<AwardLine> of(Collection<String> units, int year) {
        return awards.of(List.copyOf(units), year).stream().map(award -> new AwardLine(award.unitName(), award.title(), award.awardYear(),
                award.decisionNumber(), award.decisionDate(), award.grantedBy())).toList();
    }
}
