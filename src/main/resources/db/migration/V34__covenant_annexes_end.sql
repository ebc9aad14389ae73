-- An annex whose covenant went back to be revised, or was replaced, is not signed any more; what was signed stays as a row.
alter table covenant_annex add column ended_at timestamptz, add column end_reason text;
