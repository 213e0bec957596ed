-- Facilities whose own consents still count (参加中の施設): they take part today, or another one took over from them.

create or replace view standing_facility as
select f.id
  from facility f
 where f.left_on is null or f.left_on > (now() at time zone 'Asia/Tokyo')::date or taken_over(f.id);

grant select on standing_facility to hmnet_app;
