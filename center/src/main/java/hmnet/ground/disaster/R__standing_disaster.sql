-- The disaster mode that holds at this moment (いまの災害時モード), for whoever decides in SQL: none, or one.
create or replace view standing_disaster as
select d.id, d.until from disaster d where d.ended_at is null and d.until > now();

grant select on standing_disaster to hmnet_app;
