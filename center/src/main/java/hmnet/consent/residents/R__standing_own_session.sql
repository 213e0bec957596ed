-- Residents' sessions that stand (本人の有効なセッション), and whose page each has open: what `OwnSessions` asks with each request, for
-- what was shown in one a moment ago. After `proxy standing` by its name.

create or replace view standing_own_session as
select s.token, coalesce(p.person, a.person) as person
  from resident_session s
  join resident_account a on a.id = s.account
  join card c on c.number = s.card and c.scheme = s.scheme
  left join standing_proxy p on p.id = s.proxy and p.decides
 where s.ends_at > now() and not s.must_choose
   and (s.proxy is null or p.id is not null)
   and c.state = 'active'
   and coalesce(c.works_until, 'infinity') >= (now() at time zone 'Asia/Tokyo')::date
   and not exists (select from consent k
                    where k.person = any(one_with(a.person)) and k.protected_since is not null)
   and not is_dead(a.person);

grant select on standing_own_session to hmnet_app;
