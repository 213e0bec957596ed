-- Two persons found to be one (同一人物の結合): who is one with whom now. Cards, consents, relations and links keep the
-- regional ID they were given under; a decision about one looks at all.
create table same_person (
    person uuid not null references person,
    other uuid not null references person,
    primary key (person, other),
    check (person <> other)
);
comment on table same_person is 'both ways round and through third persons: everybody else who is this person';
create index same_person_event_person on same_person_event (person);
create index same_person_event_other on same_person_event (other);

-- Everybody who is this person, themselves included.
create function one_with(who uuid) returns uuid[] language sql stable as $$
    select array(select s.other from same_person s where s.person = who) || who
$$;

-- Joins said before they had any effect take effect now.
with recursive last as (
    select distinct on (least(person, other), greatest(person, other)) person, other, action
      from same_person_event where person <> other
     order by least(person, other), greatest(person, other), id desc),
pair as (select person as a, other as b from last where action = 'join'
         union select other, person from last where action = 'join'),
reach as (select a, b from pair union select r.a, p.b from reach r join pair p on p.a = r.b)
insert into same_person (person, other) select a, b from reach where a <> b;

grant select, insert, delete on same_person to hmnet_app;
