-- Which decisions of the review desk need a second, different person (四つの目): a rule kept as data.
create table review_second_rule (
    "case" text primary key check ("case" in ('LIKELY', 'CROSSED', 'PERSONS', 'CONTRADICTION', 'CONSENTS', 'CARDS')),
    second boolean not null,
    why text not null
);
insert into review_second_rule ("case", second, why) values
    ('LIKELY', false, 'nobody is known to be right or wrong yet, and the decision can be taken back'),
    ('CROSSED', true, 'other charts or an earlier human decision speak against it'),
    ('PERSONS', true, 'humans stand behind both persons'),
    ('CONTRADICTION', true, 'a link that somebody may be reading by is held or undone'),
    ('CONSENTS', true, 'joining persons who agreed to different things shows records one of them did not show'),
    ('CARDS', true, 'joining persons who both hold a card opens either chart by either card');

-- What one person of the office proposed where a second is needed, and what came of it. One waits for each question.
create table review_proposal (
    id bigint generated always as identity primary key,
    review bigint not null references match_review,
    staff bigint not null references staff,
    decision text not null check (decision in ('SAME', 'DIFFERENT')),
    as_of bigint not null,
    at timestamptz not null default now(),
    state text not null default 'open' check (state in ('open', 'confirmed', 'differed', 'withdrawn', 'stale')),
    second bigint references staff check (second <> staff),
    settled_at timestamptz,
    check ((state in ('confirmed', 'differed')) = (second is not null))
);
comment on column review_proposal.as_of is 'of both sides'' demographics when proposed: a second person confirms the same ones';
create unique index review_proposal_open on review_proposal (review) where state = 'open';
create index review_proposal_review on review_proposal (review, id);

-- A wrong link taken back, and what followed (事案). The steps are the truth; closed_at is what they add up to.
create table incident (
    id bigint generated always as identity primary key,
    patient bigint not null references patient,
    person uuid not null references person,
    facility bigint not null references facility,
    number text not null,
    stood_from timestamptz not null,
    stood_until timestamptz not null,
    noticed_on date not null,
    opened_at timestamptz not null default now(),
    opened_by bigint not null references staff,
    why text not null,
    review bigint references match_review,
    closed_at timestamptz
);
comment on column incident.person is 'in whose chart the records of `patient` stood from stood_from to stood_until';
create index incident_open on incident (opened_at desc, id) where closed_at is null;
create index incident_closed on incident (closed_at desc, id) where closed_at is not null;

create table incident_step (
    id bigint generated always as identity primary key,
    incident bigint not null references incident,
    kind text not null,
    words text not null,
    by bigint not null references staff,
    at timestamptz not null default now()
);
create index incident_step_incident on incident_step (incident, id);

-- Who was shown the person's chart while the wrong link stood, once each; they are told until they confirm.
create table incident_viewer (
    id bigint generated always as identity primary key,
    incident bigint not null references incident,
    staff bigint not null references staff,
    viewed_from bigint not null references facility,
    profession text not null,
    views text[] not null,
    displayed_at timestamptz not null,
    confirmed_at timestamptz,
    unique (incident, staff, viewed_from)
);
create index incident_viewer_untold on incident_viewer (staff) where confirmed_at is null;

-- Downloads of a facility's list of its patients: what left the centre by it.
create table patient_list_download (
    id bigint generated always as identity primary key,
    facility bigint not null references facility,
    staff bigint not null references staff,
    rows int not null,
    at timestamptz not null default now()
);
create index patient_list_download_facility on patient_list_download (facility, at);

grant select on review_second_rule to hmnet_app;
grant select, insert, update on review_proposal, incident, incident_viewer to hmnet_app;
grant select, insert on incident_step, patient_list_download to hmnet_app;
