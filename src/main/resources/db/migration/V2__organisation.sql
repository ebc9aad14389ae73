-- Units, people and who does what. The engine's users, groups and memberships follow these tables, never the other way.
create table unit (
    code        varchar(32) primary key check (code ~ '^[a-z][a-z0-9]{1,31}$'),
    name        varchar(200) not null,
    short_name  varchar(60)  not null,
    kind        varchar(20)  not null,   -- UnitKind
    has_account boolean      not null,   -- false: answered for by others, gets no tasks
    active      boolean      not null
);

create table person (
    user_id   varchar(64) primary key check (user_id ~ '^[a-z][a-z0-9.-]{1,63}$'),
    surname   varchar(100) not null,     -- họ và chữ đệm
    name      varchar(60)  not null,     -- tên
    position  varchar(200),
    active    boolean      not null
);

create table membership (
    user_id   varchar(64) not null references person,
    unit_code varchar(32) not null references unit,
    leads     boolean     not null,      -- thủ trưởng, or who approves for the unit
    primary key (user_id, unit_code)
);
create index membership_unit on membership (unit_code);

create table person_role (
    user_id varchar(64) not null references person,
    role    varchar(32) not null,        -- Role, the engine's group id
    primary key (user_id, role)
);
