-- Up to which number of the log a repository elsewhere has been sent its events (監査証跡の送出; ATNA ITI-20), a row for each way.
create table audit_feed_mark (
    way text primary key check (way in ('syslog', 'fhir')),
    active boolean not null default true,
    leaf bigint not null check (leaf >= -1),
    due_at timestamptz not null default now(),
    tries int not null default 0 check (tries >= 0),
    sent_at timestamptz,
    failing_since timestamptz,
    trouble text,
    stopped_at timestamptz,
    check ((failing_since is null) = (trouble is null)),
    check ((tries = 0) = (failing_since is null))
);
comment on column audit_feed_mark.active is 'whether the centre was started with an address for it';
comment on column audit_feed_mark.due_at is 'nobody sends before; a node that sends puts it ahead, so that it comes back when the node falls';
comment on column audit_feed_mark.stopped_at is 'since when an operator holds it up; what waits meanwhile still raises the alarm';
comment on column audit_feed_mark.trouble is 'why the last try failed, without words of the repository';
grant select, insert, update on audit_feed_mark to hmnet_app;
