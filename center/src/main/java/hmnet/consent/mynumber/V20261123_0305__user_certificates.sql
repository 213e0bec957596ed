-- User certificates (利用者証明用電子証明書) a desk has bound to a person: issuer and serial, and never an individual number. A renewed
-- certificate has another serial and is bound anew.
create table user_certificate (
    id bigint generated always as identity primary key,
    issuer text not null,
    serial text not null,
    person uuid not null references person,
    not_after timestamptz not null,
    bound_at timestamptz not null default now(),
    bound_by text not null,
    ended_at timestamptz,
    ended_why text
);
create unique index user_certificate_serial on user_certificate (issuer, serial) where ended_at is null;
create unique index user_certificate_person on user_certificate (person) where ended_at is null;

-- Challenges that were answered (使用済みの挑戦値): each is good once.
create table answered_challenge (
    hash bytea primary key,
    at timestamptz not null default now()
);
create index answered_challenge_at on answered_challenge (at);
grant select, insert, update on user_certificate to hmnet_app;
grant select, insert, delete on answered_challenge to hmnet_app;
