-- Files that wait until a scanner or an examiner looked at them (検査待ち) are told apart from those that wait for their
-- patient's own demographics: the figures and the sender see them. How often a large one was tried decides when it is next.
alter table inbox_waiting add column unexamined boolean not null default false;
comment on column inbox_waiting.unexamined is 'parked until it is examined: a scanner gave no answer, or a large file''s turn has not come';
comment on column inbox_waiting.parked_until is 'waits until then: for the patient''s own demographics, or to be examined';
create index inbox_waiting_unexamined on inbox_waiting (id) where unexamined;
update inbox_waiting w set unexamined = true
  from large_file l
 where l.inbox = w.id and l.verdict is null and w.parked_until is not null;

alter table large_file add column tries smallint not null default 0;
comment on column large_file.tries is 'how often it was looked at without an answer';
