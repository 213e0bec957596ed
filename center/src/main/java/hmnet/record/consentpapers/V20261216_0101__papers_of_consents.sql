-- Scanned papers of consents (同意書の画像): what was signed, when, before whom. The bytes lie sealed in the file store. A paper
-- that was kept by mistake loses them, and its row says who took it away and why.
create table consent_paper (
    id uuid primary key,
    person uuid not null references person,
    kind text not null check (kind in ('agreement', 'withdrawal', 'restriction', 'proxy', 'emergency')),
    signed_on date not null check (signed_on >= '2000-01-01'),
    witness bytea,
    object uuid unique references stored_object,
    file_kind text not null check (file_kind in ('PDF', 'PNG', 'JPEG', 'TIFF')),
    size int not null check (size between 1 and 10485760),
    kept_at timestamptz not null default now(),
    kept_by bigint not null references staff,
    removed_at timestamptz,
    removal_asked_by bigint references staff,
    removed_by bigint references staff,
    removal_reason bytea,
    check ((removed_at is null) = (object is not null)),
    check ((removed_at is null) = (removed_by is null)),
    check ((removed_at is null) = (removal_asked_by is null)),
    check ((removed_at is null) = (removal_reason is null)),
    check (removed_by <> removal_asked_by)
);
comment on column consent_paper.witness is 'who stood by when it was signed, sealed; null where nobody is named';
comment on column consent_paper.object is 'the scan as it came, in the file store; null once it was taken away';
comment on column consent_paper.removal_reason is 'why it was taken away, sealed';
create index consent_paper_person on consent_paper (person, kept_at);
grant select, insert, update on consent_paper to hmnet_app;
