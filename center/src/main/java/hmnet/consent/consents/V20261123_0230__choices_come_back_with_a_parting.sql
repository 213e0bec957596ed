-- What the office chose for persons who are one holds while exactly these are one (結合した人物の同意の選択): a join ends it, and taking
-- that join back brings it back, unless one of them said something new meanwhile.
create function sorted(uuid[]) returns uuid[] language sql immutable as $$
    select array(select u from unnest($1) as u order by u)
$$;
alter table joined_consent_event add column persons uuid[];
comment on column joined_consent_event.persons is 'who was one then, in order';
create index joined_consent_event_persons on joined_consent_event (persons);

-- In order also within one transaction.
alter table joined_consent_event alter column at set default clock_timestamp();
alter table consent_event alter column at set default clock_timestamp();
