package vn.giaouoc.midyear;

import java.util.List;
import vn.giaouoc.campaign.RecordedFinding;

/**
 * A report with its words (null before it was handed in) and what was gathered: then, or at this moment.
 *
 * @param findings what the checks found when its paper was registered, with the reasons given; empty before
 */
public record MidYearDetail(MidYearReport report, MidYearText text, HalfYear gathered, List<RecordedFinding> findings) {
}
