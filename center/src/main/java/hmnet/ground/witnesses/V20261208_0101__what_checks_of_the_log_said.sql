-- What each check of the whole log said (監査証跡の検証の記録), for the operators' page. The one who checks is the owner of the tables;
-- the centre reads. It is no evidence: whoever can change the log can change this.
create table audit_verification (
    id uuid primary key default gen_random_uuid(),
    at timestamptz not null default now(),
    events bigint not null,
    size bigint not null,
    root text not null,
    seconds double precision not null,
    verdict text not null check (verdict in ('intact', 'broken', 'behind-witness')),
    leaf bigint,
    words text not null
);
create index audit_verification_newest on audit_verification (at desc);
grant select on audit_verification to hmnet_app;
