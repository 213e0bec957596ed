-- A protection holds for everybody who is one with the protected person (結合した人物の保護): by another card of the same human
-- nobody who is shut out meets them.
create function kept_from(who uuid, line bigint[], asking bigint) returns boolean language sql stable as $$
    select exists (select from consent c
                    where c.person = any (one_with(who)) and (c.kept_facilities && line or asking = any (c.kept_staff)))
$$;

create or replace view person_agreed as
select c.person, c.state, c.kinds, c.labels,
       exists (select from card k
                where k.person = c.person and k.state = 'active'
                  and coalesce(k.works_until, 'infinity') >= (now() at time zone 'Asia/Tokyo')::date) as card,
       case when exists (select from same_person s where s.person = c.person)
            then array(select unnest(k.kept_facilities) from consent k where k.person = any (one_with(c.person)))
            else c.kept_facilities end as kept_facilities,
       case when exists (select from same_person s where s.person = c.person)
            then array(select unnest(k.kept_staff) from consent k where k.person = any (one_with(c.person)))
            else c.kept_staff end as kept_staff
  from consent c;

create or replace view hm_card as
select c.number, c.person, c.issue, c.issued_at,
       c.state = 'active' and k.protected_since is null
       and not exists (select from same_person s join consent o on o.person = s.other
                        where s.person = c.person and o.protected_since is not null) as printable
  from card c join consent k on k.person = c.person
 where c.scheme = 'hm';
