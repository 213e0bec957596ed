-- Deaths (死亡) and the proxies that stand today (有効な代理). A day, a death or a protection of either side ends one without anybody's
-- act. A person who is one with a dead one is dead.

create or replace function is_dead(who uuid) returns boolean language sql stable as $$
    select exists (select from person_death d where d.person = any(one_with(who)) and d.taken_back_at is null)
$$;

-- The age of a minor is not here: birth dates stand sealed.
create or replace view standing_proxy as
select e.id, e.person, e.proxy, e.kind, e.sees, e.decides, e.until + 1 as ends, e.kinds
  from proxy e
 where e.ended_at is null
   and (e.agreed_by is not null or e.kind in ('parent', 'chosen'))
   and e.since <= (now() at time zone 'Asia/Tokyo')::date
   and e.until >= (now() at time zone 'Asia/Tokyo')::date
   and not is_dead(e.person) and not is_dead(e.proxy)
   and not exists (select from consent k
                    where k.person = any(one_with(e.person) || one_with(e.proxy)) and k.protected_since is not null);
comment on column standing_proxy.ends is 'the first day on which it no longer holds';

grant select on standing_proxy to hmnet_app;
