-- When a death was told, by message time: a later message that says nothing of it does not take it back.
alter table patient add column death_told_at timestamptz;
update patient set death_told_at = demographics_at where died_on is not null and demographics_at > '-infinity';
