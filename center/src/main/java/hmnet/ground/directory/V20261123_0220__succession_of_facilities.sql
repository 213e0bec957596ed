-- Succession of facilities (承継): one facility takes over from another on a day, and what follows. Read, never written: no record,
-- card, consent or relation is changed, so that taking it back leaves nothing behind. It takes two people, and so does its undoing.
drop table facility_event;
create table facility_succession (
    id bigint generated always as identity primary key,
    facility bigint not null references facility,
    successor bigint not null references facility,
    on_date date not null,
    records boolean not null,
    cards boolean not null,
    consents boolean not null,
    relations boolean not null,
    rules text not null check (rules in ('predecessor', 'successor')),
    why text not null,
    check (facility <> successor),
    check (rules = 'predecessor' or records)
);
comment on table facility_succession is 'what is said of it; whether it holds says facility_succession_event';
comment on column facility_succession.records is 'the predecessor''s records are the successor''s own';
comment on column facility_succession.cards is 'the predecessor''s 開示カード go on working, and open the successor''s records too';
comment on column facility_succession.consents is 'consents given to the predecessor alone hold for the successor';
comment on column facility_succession.relations is 'whom the predecessor cared for, the successor cares for';
comment on column facility_succession.rules is 'whose disclosure rule the predecessor''s records obey';
create index facility_succession_facility on facility_succession (facility);
create index facility_succession_successor on facility_succession (successor);

create table facility_succession_event (
    id bigint generated always as identity primary key,
    succession bigint not null references facility_succession,
    action text not null check (action in ('asked', 'agreed', 'refused', 'undo-asked', 'undo-agreed', 'undo-refused')),
    by bigint not null references staff,
    at timestamptz not null default now()
);
create index facility_succession_event_succession on facility_succession_event (succession, id);

create view succession_state as
select s.*, e.action, e.by, e.at,
       e.action in ('agreed', 'undo-asked', 'undo-refused') as holds
  from facility_succession s
 cross join lateral (select e.action, e.by, e.at from facility_succession_event e
                      where e.succession = s.id order by e.id desc limit 1) e;

-- Those in effect today.
create view succession_now as
select * from succession_state where holds and on_date <= (now() at time zone 'Asia/Tokyo')::date;

-- Whether cards of a hospital of its own still work after all who took over from it.
create function cards_follow(of bigint) returns boolean language sql stable as $$
    with recursive line(facility, cards) as (
        select successor, cards from succession_now where facility = of
        union
        select s.successor, s.cards from line l join succession_now s on s.facility = l.facility)
    select coalesce(bool_and(cards), true) from line
$$;

-- Asked with every page: plpgsql keeps its plan, where a view would be planned anew each time.
create function taken_over(of bigint) returns boolean language plpgsql stable as $$
begin
    return exists (select from succession_now t where t.facility = of);
end $$;

-- People of a facility from which another has taken over work there no longer.
create or replace view requester as
select s.id, s.login, s.name, s.profession, s.desk, f.id as facility, f.name as facility_name, f.kind, f.direction
  from staff s join facility f on f.id = s.facility
 where (s.until is null or s.until >= current_date) and f.left_on is null and not taken_over(f.id);

create index facility_attributes_code on facility_attributes (code);

grant select, insert on facility_succession, facility_succession_event to hmnet_app;
grant select on succession_state, succession_now, requester to hmnet_app;
