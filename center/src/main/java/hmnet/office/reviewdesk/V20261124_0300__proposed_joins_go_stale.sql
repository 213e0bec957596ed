-- A join is confirmed on what its first person saw (結合の申し出): one about persons who are otherwise by now is void, and so is every
-- one about somebody who was joined or parted meanwhile. Those that waited before this are void too.
alter table join_proposal add column as_of bigint not null default 0;
alter table join_proposal alter column as_of drop default;
comment on column join_proposal.as_of is 'what both were and opened when it was proposed, in one number';
alter table join_proposal drop constraint join_proposal_state_check;
alter table join_proposal add constraint join_proposal_state_check check (state in ('open', 'confirmed', 'withdrawn', 'stale'));
