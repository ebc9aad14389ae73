-- With which version of which template a paper (and its tờ trình) was handed in: it prints the same ever after.
alter table paper add column template varchar(10);
alter table paper add column template_version integer;
alter table paper add column submission_version integer;
