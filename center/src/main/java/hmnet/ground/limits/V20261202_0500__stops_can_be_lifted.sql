-- The office lifts a stop (停止の解除): what is counted counts anew from then on.
alter table reading_alert add column lifted boolean not null default false;
alter table reading_alert add check (not lifted or (refused and closed_at is not null));
comment on column reading_alert.lifted is 'the office closed it and lifted the stop: counted anew from closed_at';
create index reading_alert_lifted on reading_alert (measure, facility, staff, closed_at) where lifted;
