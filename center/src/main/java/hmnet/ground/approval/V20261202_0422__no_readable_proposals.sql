-- No reason that somebody typed stands readable any more, nor in the old rows on disk (平文の提案の廃止).
alter table approval drop column what, drop column why, drop column as_of;
alter table approval alter column said set not null;
comment on column approval.said is 'sealed to subject and proposer: what is proposed, what the proposer saw in one number, and why';
cluster approval using approval_pkey;
alter table approval set without cluster;
