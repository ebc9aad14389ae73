-- Templates of papers (mẫu văn bản): DOCX files the office edits in Word. Versions are only added, so that an old paper can
-- be printed again as it was; the newest one is used. Version 1 comes with the product, at the first start.
create table paper_template (
    code        varchar(10)  not null,        -- KH, DC, TH, BC, TTR
    version     integer      not null check (version > 0),
    name        varchar(200) not null,
    content     bytea        not null,
    sha256      varchar(64)  not null,
    note        varchar(500),                 -- what changed, in the administrator's words
    uploaded_by varchar(64)  not null,
    uploaded_at timestamptz  not null,
    primary key (code, version)
);
alter table paper_template alter column content set storage external; -- DOCX is compressed already
