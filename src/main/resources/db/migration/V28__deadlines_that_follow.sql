-- A deadline that never lies after a moment knows it: the day a review begins, which is in its period also after a change of the calendar.
alter table deadline_basis add column latest_at timestamptz;
update deadline_basis basis set latest_at = (year.to_date + time '17:00') at time zone 'Asia/Ho_Chi_Minh'
from bloc_year year where basis.slot = 'REVIEW_BEGIN' and basis.case_code = year.code;

-- Moments of reminding and of telling of what is overdue are working days: no letter goes out on a day off.
alter table deadline_parameter add column working_only boolean not null default false;
update deadline_parameter set working_only = true where code in ('REMIND_EARLY', 'REMIND_LATE', 'ESCALATE_HEAD', 'ESCALATE_OFFICE', 'ESCALATE_LEADER');

-- Nothing is due by these: whoever confirms a paper or answers a refusal has until the signing ends.
delete from deadline_parameter where code in ('COVENANT_CONFIRM', 'COVENANT_REFUSAL');
