-- Alerts that wait for a mail (警報メール). A row bears a kind and a number, and nothing of a person.
create table mail_alert (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('break-glass', 'reading-limit', 'log-broken', 'test')),
    number bigint not null,
    at timestamptz not null default now(),
    next_at timestamptz not null default now(),
    tries int not null default 0,
    failure text,
    sent_at timestamptz
);
comment on column mail_alert.next_at is 'when it is tried next';
comment on column mail_alert.failure is 'why the last try came to nothing, in the words of the mail server or of Java';
create index mail_alert_waiting on mail_alert (next_at) where sent_at is null;
create index mail_alert_oldest on mail_alert (at) where sent_at is null;
create index mail_alert_sent on mail_alert (sent_at) where sent_at is not null;
grant select, insert, update, delete on mail_alert to hmnet_app;
