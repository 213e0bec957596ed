-- The log looked through for what should not be (監査の気づき; S044): by which rules, how far, and what was found.
create table anomaly_rule (
    id bigint generated always as identity primary key,
    rule text not null check (rule in ('own', 'colleague', 'surname', 'protected', 'volume', 'night', 'unrelated')),
    since date not null,
    active boolean not null,
    threshold int not null check (threshold between 0 and 10000),
    weight smallint not null check (weight between 1 and 9),
    night_from smallint check (night_from between 0 and 23),
    night_until smallint check (night_until between 0 and 23),
    set_by bigint references staff,
    set_at timestamptz not null default now(),
    why bytea,
    check ((rule = 'night') = (night_from is not null) and (rule = 'night') = (night_until is not null)),
    check ((set_by is null) = (why is null))
);
comment on table anomaly_rule is 'of a day the line counts that has the latest since, and of those the one written last';
comment on column anomaly_rule.threshold is 'from so many views of a day; volume: above so many persons in an hour; unrelated: after so many days';

insert into anomaly_rule (rule, since, active, threshold, weight, night_from, night_until) values
    ('own', '2026-01-01', true, 1, 9, null, null),
    ('protected', '2026-01-01', true, 1, 7, null, null),
    ('unrelated', '2026-01-01', true, 7, 6, null, null),
    ('colleague', '2026-01-01', true, 1, 5, null, null),
    ('volume', '2026-01-01', true, 40, 5, null, null),
    ('night', '2026-01-01', true, 1, 3, 22, 6),
    ('surname', '2026-01-01', true, 1, 2, null, null);

-- Up to which number of the log each pass has looked. It begins with what is written from now on.
create table anomaly_mark (
    pass text primary key check (pass in ('now', 'later')),
    leaf bigint not null
);
insert into anomaly_mark select p, coalesce((select max(leaf) from audit_leaf), -1) from unnest(array['now', 'later']) p;

create table anomaly_finding (
    id bigint generated always as identity primary key,
    rule text not null check (rule in ('own', 'colleague', 'surname', 'protected', 'volume', 'night', 'unrelated')),
    staff bigint not null references staff,
    facility bigint not null references facility,
    person uuid references person,
    day date not null,
    weight smallint not null,
    times int not null,
    first_at timestamptz not null,
    last_at timestamptz not null,
    found_at timestamptz not null default now(),
    closed_at timestamptz,
    closed_by bigint references staff check (closed_by <> staff),
    outcome text check (outcome in ('justified', 'warned', 'incident')),
    words bytea,
    incident bigint unique references incident,
    unique nulls not distinct (rule, staff, person, day),
    check ((person is null) = (rule = 'volume')),
    check (num_nonnulls(closed_at, closed_by, outcome, words) in (0, 4)),
    check ((incident is not null) = (outcome is not null and outcome = 'incident'))
);
comment on column anomaly_finding.day is 'in Japan';
comment on column anomaly_finding.times is 'views of that day; volume: the most persons in one hour of it';
create index anomaly_finding_open on anomaly_finding (weight desc, first_at, id) where closed_at is null;
create index anomaly_finding_closed on anomaly_finding (closed_at desc, id) where closed_at is not null;
create index anomaly_finding_facility on anomaly_finding (facility, day);

grant select, insert on anomaly_rule to hmnet_app;
grant select, update on anomaly_mark to hmnet_app;
grant select, insert, update on anomaly_finding to hmnet_app;
