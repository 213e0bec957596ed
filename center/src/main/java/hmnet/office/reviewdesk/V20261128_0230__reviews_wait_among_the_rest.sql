-- Decisions of the review desk (名寄せ確認) wait for a second person where everything does (approval). All that was ever proposed moves: a
-- decision that took two is taken back by two. What differed was refused; only a proposer ever withdrew.
insert into approval (kind, subject, what, as_of, proposed_by, proposed_at, state, settled_by, settled_at)
select 'review', review::text, decision, as_of, staff, at,
       case state when 'differed' then 'refused' when 'stale' then 'lapsed' else state end,
       case when state = 'withdrawn' then staff else second end,
       case when state <> 'open' then coalesce(settled_at, at) end
  from review_proposal order by id;
drop table review_proposal;
