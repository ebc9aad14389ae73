package vn.giaouoc.covenant;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Measures and titles as they are valid today. */
@Service
@Transactional(readOnly = true)
public class CovenantCatalogue {

    /** What targets may measure, in the catalogue's order. */
    public List<Measure> measures() {
        throw new UnsupportedOperationException();
    }

    /** What members may register. */
    public List<Title> titles() {
        throw new UnsupportedOperationException();
    }

    /** Levels of the yearly rating of a unit, best first. */
    public List<RatingLevel> ratings() {
        throw new UnsupportedOperationException();
    }
}
