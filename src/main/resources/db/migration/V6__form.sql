-- What a person has typed into a form and not yet handed in. "ready" = validated and unchanged since: only then does
-- a completion take it, so a completion carries no variables at all.
create table form_draft (
    owner    varchar(100) not null,   -- task:<id> or start:<process key>
    user_id  varchar(64)  not null,
    revision bigint       not null,
    ready    boolean      not null,
    data     jsonb        not null,
    saved_at timestamptz  not null,
    primary key (owner, user_id)
);
