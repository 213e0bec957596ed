-- No word that the office wrote of an incident stands readable any more, nor in the old rows on disk (平文の事案の言葉の廃止).
alter table incident drop column why;
alter table incident rename column sealed_why to why;
alter table incident alter column why set not null;
alter table incident_step drop column words;
alter table incident_step rename column sealed_words to words;
alter table incident_step alter column words set not null;
cluster incident using incident_pkey;
cluster incident_step using incident_step_pkey;
alter table incident set without cluster;
alter table incident_step set without cluster;
