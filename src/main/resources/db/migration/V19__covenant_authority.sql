-- Whoever signs with the head's written authority (TUQ.) says of which day it is and until when it holds.
alter table covenant_signature add column ground_date date, add column ground_until date;
alter table covenant_annex add column ground_date date, add column ground_until date;

-- An amendment begun by mistake may be given up while it is drafted and commented on; nothing of it is deleted.
alter table covenant add column given_up_at timestamptz, add column given_up_by varchar(64), add column given_up_reason text;
drop index covenant_under_way;
create unique index covenant_under_way on covenant (bloc_year) where status not in ('RECORDED', 'SUPERSEDED', 'GIVEN_UP');
