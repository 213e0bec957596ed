-- Rows that say once more what an older row of another source says (重複の疑い), as after a new chart system sends old care again under
-- other order numbers. Found by a search, hidden only by two operators; the rows of `record` stay as they are.
create table record_double (
    patient bigint not null,
    record uuid not null,
    older uuid not null,
    older_at timestamptz not null,
    facility bigint not null references facility,
    kind smallint not null,
    month date not null,
    older_received timestamptz not null,
    received timestamptz not null,
    decision bigint,
    hidden boolean not null default false,
    primary key (patient, record),
    check (record <> older),
    check (not hidden or decision is not null)
);
comment on column record_double.older_at is 'when the care of the older row took place: with it the primary key of record finds the row';
comment on column record_double.decision is 'which decision asks for it to be hidden, or hid it; null while it is only likely';
comment on column record_double.hidden is 'stands on no chart as long as the older row does, for whoever is shown that';
create index record_double_set on record_double (facility, kind, month);
create index record_double_decision on record_double (decision) where decision is not null;
grant select, insert, update, delete on record_double to hmnet_app;
