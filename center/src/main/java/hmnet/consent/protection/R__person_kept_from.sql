-- From whom a person is protected (保護対象者). A protection holds for everybody who is one with the protected person: by another
-- card of the same human nobody who is shut out meets them.

create or replace function kept_from(who uuid, line bigint[], asking bigint) returns boolean language sql stable as $$
    select exists (select from consent c
                    where c.person = any (one_with(who)) and (c.kept_facilities && line or asking = any (c.kept_staff)))
$$;

-- Whether a person has a card, what they agreed to and whom they are kept from, a row a person: what a facility's list of its own
-- patients and the review desk join with. Never what the consent leaves out or for whom.
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

grant select on person_agreed to hmnet_app;
