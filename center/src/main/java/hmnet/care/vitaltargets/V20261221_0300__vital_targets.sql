-- Target ranges and alert bounds that residents set for what they measure (からだの記録の目標). A row never changes but for its state: what is put
-- right is a new row, and what stood before stays. Of a person and a measure at most one stands.
create table vital_target (
    id uuid primary key,
    person uuid not null references person,
    patient bigint not null,
    facility bigint not null references facility,
    state text not null check (state in ('stands', 'replaced', 'ended')),
    written_at timestamptz not null,
    settled_at timestamptz,
    said bytea not null,
    check ((state = 'stands') = (settled_at is null))
);
comment on column vital_target.patient is 'the chart it was written under: when that is this person''s no longer, the row is shown to nobody';
comment on column vital_target.facility is 'the handbook';
comment on column vital_target.settled_at is 'when another took its place, or it ended';
comment on column vital_target.said is 'measure, numbers and words, sealed under the data key of the chart: erased with it';
create index vital_target_person on vital_target (person, written_at);
grant select, insert on vital_target to hmnet_app;
grant update (state, settled_at) on vital_target to hmnet_app;
