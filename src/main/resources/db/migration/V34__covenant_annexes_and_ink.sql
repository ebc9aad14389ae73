-- An annex whose covenant went back to be revised, or was replaced, is not signed any more; what was signed stays as a row.
alter table covenant_annex add column ended_at timestamptz, add column end_reason text;

-- Who signed the paper by hand, as the unit's head says who confirms it (signed_by and signer_name).
alter table covenant_signature add column ink_name varchar(200), add column ink_position varchar(200);

-- The printed annex as it was signed: handed out byte for byte, as covenant_paper.
alter table covenant_annex add column template_version integer, add column pdf uuid references attachment, add column docx uuid references attachment;
