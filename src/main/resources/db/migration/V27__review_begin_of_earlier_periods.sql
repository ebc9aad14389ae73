-- The day a review begins is counted from the first day of the period and by the parameter of that day; periods may have begun before the
-- parameter was first written down.
update deadline_parameter set valid_from = '2000-01-01' where code in ('REVIEW_BEGIN', 'REVIEW_BEGIN_SCHOOL') and valid_from = '2021-01-01';
