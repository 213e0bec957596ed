-- The chart number of a notice stands sealed, its source key as in `record`. Older notices are sealed by the start that follows.
alter table correction_notice rename column number to former_number;
alter table correction_notice alter column former_number drop not null;
alter table correction_notice add column number bytea;
alter table correction_notice add constraint correction_notice_number check (number is not null or former_number is not null);
comment on column correction_notice.former_number is 'as earlier versions wrote it; null in every notice that is sealed';
insert into sealing_ahead select 'correction_notice' where exists (select from correction_notice);
