-- What the office writes of an incident stands sealed (事案の言葉の封印): ReadableIncidentWords (0431) seals what stands here, 0432 takes
-- it away.
alter table incident add column sealed_why bytea;
alter table incident_step add column sealed_words bytea;
