-- No reason that the office typed stands readable any more, nor in the old rows on disk (平文の結合の理由の廃止).
alter table same_person_event drop column why;
alter table same_person_event rename column sealed_why to why;
alter table same_person_event alter column why set not null;
cluster same_person_event using same_person_event_pkey;
alter table same_person_event set without cluster;
