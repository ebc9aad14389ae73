-- Papers of recorded covenants as they were printed then: handed out byte for byte, whatever becomes of templates and names.
create table covenant_paper (
    bloc_year        varchar(20) not null,
    version          integer     not null,
    kind             varchar(13) not null check (kind in ('COVENANT', 'REGISTRATIONS', 'MINUTES')),
    template_version integer     not null,
    pdf              uuid        not null references attachment,
    docx             uuid        not null references attachment,
    kept_at          timestamptz not null,
    primary key (bloc_year, version, kind),
    foreign key (bloc_year, version) references covenant
);
