-- A day begins at midnight in Japan, wherever the database stands (日本の暦日): who works somewhere today, and since when.
create or replace view requester as
select s.id, s.login, s.name, s.profession, s.desk, f.id as facility, f.name as facility_name, f.kind, f.direction
  from staff s join facility f on f.id = s.facility
 where (s.until is null or s.until >= (now() at time zone 'Asia/Tokyo')::date) and f.left_on is null and not taken_over(f.id);

alter table staff alter column since set default (now() at time zone 'Asia/Tokyo')::date;
alter table facility alter column joined_on set default (now() at time zone 'Asia/Tokyo')::date;

-- What was entered for a day that has not come yet can be taken out again; what held once stays.
grant delete on facility_attributes to hmnet_app;
create function only_what_has_not_come() returns trigger language plpgsql as $$
begin
    if old.since <= (now() at time zone 'Asia/Tokyo')::date then
        raise exception 'What a facility was called is never taken out';
    end if;
    return old;
end $$;
create trigger facility_attributes_to_come before delete on facility_attributes
    for each row execute function only_what_has_not_come();
