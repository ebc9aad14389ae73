-- Who entered a password for exactly one signature: one table for all that is signed. Proofs hold for ten minutes; those of reviews
-- that are open while this runs are asked for once more.
alter table covenant_identity_proof rename to identity_proof;
drop table review_identity_proof;

-- The whole ground of a signature, so that it can be compared with the chain.
alter table review_report add column ground_date date, add column ground_until date;
update review_report r set
    ground_date = to_date(substring(substr(e.ground, strpos(e.ground, r.ground_document) + length(r.ground_document))
        from '^ ngày ([0-9]{2}/[0-9]{2}/[0-9]{4})'), 'DD/MM/YYYY'),
    ground_until = to_date(substring(e.ground from 'đến hết ngày ([0-9]{2}/[0-9]{2}/[0-9]{4})$'), 'DD/MM/YYYY')
from signature_entry e where e.seq = r.chain_seq and r.ground in ('KT', 'TUQ');
