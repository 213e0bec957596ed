-- Joins of two persons (人物の結合) wait for a second person where everything does (approval). The subject is both persons, the lesser first;
-- `what` is whom the proposer looked at first. What another than its proposer took back was refused.
insert into approval (kind, subject, what, why, as_of, proposed_by, proposed_at, state, settled_by, settled_at)
select 'join', least(person::text collate "C", other::text) || ' ' || greatest(person::text collate "C", other::text), person::text,
       why, as_of, staff, at,
       case when state = 'stale' then 'lapsed' when state = 'withdrawn' and second <> staff then 'refused' else state end,
       case when state = 'withdrawn' then coalesce(second, staff) when state = 'confirmed' then second end,
       case when state <> 'open' then coalesce(settled_at, at) end
  from join_proposal order by id;
drop table join_proposal;
