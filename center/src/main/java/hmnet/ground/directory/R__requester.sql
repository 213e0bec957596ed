-- People who work at a facility now (利用者), as every request asks for them. A view, so that whoever knows a staff number
-- needs no second question. People of a facility from which another has taken over work there no longer.

create or replace view requester as
select s.id, s.login, s.name, s.profession, s.desk, f.id as facility, f.name as facility_name, f.kind, f.direction,
       s.emergency
  from staff s join facility f on f.id = s.facility
 where s.left_at is null and (s.until is null or s.until >= (now() at time zone 'Asia/Tokyo')::date) and (f.left_on is null or f.left_on > (now() at time zone 'Asia/Tokyo')::date)
   and not taken_over(f.id);

grant select on requester to hmnet_app;
