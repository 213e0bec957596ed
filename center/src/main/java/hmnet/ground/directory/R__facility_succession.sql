-- What is said of successions (承継) and what of it holds today; which cards go on, and whose place another has taken.

create or replace view succession_state as
select s.id, s.facility, s.successor, s.on_date, s.records, s.cards, s.consents, s.relations, s.rules, s.why,
       e.action, e.by, e.at, e.action in ('agreed', 'undo-asked', 'undo-refused') as holds
  from facility_succession s
 cross join lateral (select e.action, e.by, e.at from facility_succession_event e
                      where e.succession = s.id order by e.id desc limit 1) e;

-- Those in effect today.
create or replace view succession_now as
select id, facility, successor, on_date, records, cards, consents, relations, rules, why, action, by, at, holds
  from succession_state where holds and on_date <= (now() at time zone 'Asia/Tokyo')::date;

-- Whether cards of a hospital of its own still work after all who took over from it.
create or replace function cards_follow(of bigint) returns boolean language sql stable as $$
    with recursive line(facility, cards) as (
        select successor, cards from succession_now where facility = of
        union
        select s.successor, s.cards from line l join succession_now s on s.facility = l.facility)
    select coalesce(bool_and(cards), true) from line
$$;

-- Asked with every page: plpgsql keeps its plan, where a view would be planned anew each time.
create or replace function taken_over(of bigint) returns boolean language plpgsql stable as $$
begin
    return exists (select from succession_now t where t.facility = of);
end $$;

grant select on succession_state, succession_now to hmnet_app;
