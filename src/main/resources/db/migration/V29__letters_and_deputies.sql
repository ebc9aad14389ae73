-- A letter that the server has put off waits for itself, not the whole delivery for it (ADR 0024).
alter table mail add column not_before timestamptz;

-- An absence whose tasks are back; until then somebody may still hold what it took over (ADR 0025).
alter table absence add column given_back_at timestamptz;
update absence set given_back_at = ended_at where ended_at < now() - interval '1 day';
create index absence_not_given_back on absence (deputy) where given_back_at is null;

-- To whom within its own body a head may give the signing TL., TUQ.: heads of its parts, known by what their position begins with.
create table authorised_position (
    ground      varchar(3)   not null check (ground in ('TL', 'TUQ')),
    begins_with varchar(60)  not null check (begins_with = lower(begins_with)),
    valid_from  date         not null,
    valid_to    date,
    source      varchar(300) not null,
    uncertain   boolean      not null,
    primary key (ground, begins_with, valid_from)
);
insert into authorised_position
select ground, begins_with, '2020-03-05', null, source, true
from (values ('TL', 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 4: người đứng đầu đơn vị thuộc cơ quan, tổ chức'),
             ('TUQ', 'NĐ 30/2020/NĐ-CP, Điều 13 khoản 3: người đứng đầu cơ quan, tổ chức thuộc cơ cấu tổ chức')) grounds (ground, source),
     (values ('trưởng '), ('chánh '), ('giám đốc '), ('chi cục trưởng'), ('viện trưởng'), ('hiệu trưởng'), ('hạt trưởng'), ('đội trưởng'),
             ('chủ nhiệm ')) positions (begins_with);

-- Tasks that changed hands by an absence or were taken back: those who have them now are told, once.
alter table absence_task add column told boolean not null default false;
alter table task_release add column told boolean not null default false;
update absence_task set told = true;
update task_release set told = true;
create index absence_task_untold on absence_task (at) where not told;
create index task_release_untold on task_release (at) where not told;
