--liquibase formatted sql

--changeset tocsin:idempotency-key
-- what was answered to a request that may come again; without a status while the first one is under way
create table idempotency_key (
    api_key uuid not null references api_key,
    key text not null check (length(key) between 1 and 255),
    -- SHA-256 over the path and the body of the request
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    claimed_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > claimed_at),
    status integer,
    answer text,
    primary key (api_key, key),
    check ((status is null) = (answer is null))
);
create index idempotency_key_expires on idempotency_key (expires_at);
--rollback drop table idempotency_key;
