-- People who work at a facility now, as every request asks for them. A view, so that whoever knows a staff number
-- needs no second question.
create view requester as
select s.id, s.login, s.name, s.profession, s.desk, f.id as facility, f.name as facility_name, f.kind, f.direction
  from staff s join facility f on f.id = s.facility
 where (s.until is null or s.until >= current_date) and f.left_on is null;
grant select on requester to hmnet_app;
