-- From whom somebody is protected, beside what they agreed to: a facility's list of its own patients says of them what it
-- says of a patient nobody has linked.
create or replace view person_agreed as
select c.person, c.state, c.kinds, c.labels,
       exists (select from card k
                where k.person = c.person and k.state = 'active'
                  and coalesce(k.works_until, 'infinity') >= (now() at time zone 'Asia/Tokyo')::date) as card,
       c.kept_facilities, c.kept_staff
  from consent c;
