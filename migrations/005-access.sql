--liquibase formatted sql

--changeset tocsin:api-key
create table api_key (
    id uuid primary key,
    name text not null check (name ~ '\S'),
    role text not null check (role in ('contributor', 'coordinator', 'operator', 'admin')),
    -- SHA-256 of the whole token, which is random enough to need neither salt nor stretching
    hash bytea not null unique check (octet_length(hash) = 32),
    created_at timestamptz not null,
    created_by text not null,
    expires_at timestamptz check (expires_at > created_at),
    revoked_at timestamptz,
    last_used_at timestamptz
);
--rollback drop table api_key;

--changeset tocsin:audit
create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    via text not null check (via in ('key', 'cli', 'system', 'visitor')),
    key uuid references api_key,
    name text not null,
    action text not null check (action ~ '^[a-z]+(\.[a-z_]+)+$'),
    target text not null,
    detail jsonb not null check (jsonb_typeof(detail) = 'object'),
    address text,
    check ((via = 'key') = (key is not null))
);
create index audit_at on audit (at);
create index audit_key on audit (key) where key is not null;
create index audit_target on audit (target);
--rollback drop table audit;

--changeset tocsin:audit-stands splitStatements:false
create function audit_stands() returns trigger language plpgsql as $$
begin
    raise exception 'what was audited is not changed';
end
$$;
create trigger audit_stands before update on audit for each row execute function audit_stands();
--rollback drop trigger audit_stands on audit; drop function audit_stands();
