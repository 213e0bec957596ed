-- The end of a protection (保護の終了) waits for its second person where everything does (approval): those that wait, and those that ended.
insert into approval (kind, subject, why, proposed_by, proposed_at, state, settled_by, settled_at)
select 'protection-end', person::text, coalesce(ending_why, ''), ending_asked_by, coalesce(ending_asked_at, began_at),
       case when ended_at is null then 'open' else 'confirmed' end, ended_by, ended_at
  from protection where ending_asked_by is not null order by ending_asked_at, id;
alter table protection drop column ending_asked_at, drop column ending_asked_by, drop column ending_why;
