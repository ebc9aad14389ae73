-- The book of electronic confirmations: one chain for the whole product, each entry holds the hash of the one before and is
-- signed with the server's key, which is not in this database. Only added to. See docs/adr/0018-electronic-confirmations.md.
create table signature_entry (
    seq           bigint       primary key check (seq > 0), -- 1, 2, 3 … without gaps
    kind          varchar(12)  not null,   -- SIGNED, PUBLISHED, SUPERSEDED
    subject       varchar(80)  not null,   -- business key of what was signed: KT-2026-001/GU1
    signer        varchar(40)  not null,   -- unit that signs; empty for what the product itself notes
    user_id       varchar(64)  not null,
    name          varchar(200) not null,
    capacity      varchar(200) not null,
    ground        varchar(500) not null,   -- KT., TUQ. with document and scope; empty for a head
    digest        char(64)     not null,   -- SHA-256 of the content, hex
    form          varchar(10)  not null,   -- CONTENT: digest of what the case holds; FILE: digest of a printed file
    title         varchar(500) not null,   -- what the verify page calls it
    at            timestamptz  not null,
    previous_hash char(64)     not null,   -- of entry seq - 1; 64 zeros for the first
    hash          char(64)     not null,   -- SHA-256 of all above
    signature     varchar(200) not null,   -- of the hash, Base64
    key_id        varchar(32)  not null    -- which server key
);
create index signature_entry_subject on signature_entry (subject);
create index signature_entry_digest on signature_entry (digest);

-- A slip of an administrator is stopped here; who means harm can remove this guard, and is found out by the chain.
create function signature_entry_stays() returns trigger language plpgsql as $$
begin
    raise exception 'signature_entry is only added to';
end $$;
create trigger signature_entry_stays before update or delete on signature_entry
    for each row execute function signature_entry_stays();
create trigger signature_entry_stays_whole before truncate on signature_entry
    for each statement execute function signature_entry_stays();
