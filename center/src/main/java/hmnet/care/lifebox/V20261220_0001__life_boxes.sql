-- What residents want others to know when they cannot speak (命の宝箱), as it was signed; the sheet itself lies in the chart too. A row never
-- changes but for its state. Of a person the newest that stands counts.
create table lifebox (
    id uuid primary key,
    form uuid not null,
    person uuid not null references person,
    patient bigint not null,
    facility bigint not null references facility,
    sheet bigint not null references sheet,
    state text not null check (state in ('stands', 'proposed', 'confirmed', 'refused')),
    signed_at timestamptz not null,
    settled_at timestamptz,
    reviewed_at timestamptz,
    said bytea not null,
    check ((state in ('confirmed', 'refused')) = (settled_at is not null)),
    check (reviewed_at is null or state = 'stands')
);
comment on column lifebox.form is 'the number of the signed sheet, the same in all that amend one another';
comment on column lifebox.patient is 'the chart it was filed under: when that is this person''s no longer, the row is shown to nobody';
comment on column lifebox.facility is 'the handbook for the person''s own, else who wrote it for the person';
comment on column lifebox.state is 'proposed: staff wrote it, and the person has not confirmed it';
comment on column lifebox.reviewed_at is 'when it was said to be right still';
comment on column lifebox.said is 'the response, sealed under the data key of the chart: erased with it';
create index lifebox_person on lifebox (person, signed_at);
grant select, insert on lifebox to hmnet_app;
grant update (state, settled_at, reviewed_at) on lifebox to hmnet_app;
