-- A form of commendation may be granted to a unit more than once for a year, each time by a decision of its own (thường xuyên, đột xuất,
-- chuyên đề); a title of emulation only once: that is asked before an award is recorded.
drop index outside_award_once;
create unique index outside_award_once on outside_award (unit_code, title, award_year, decision_number) where latest and not withdrawn;
