-- A reading that looking the log through found is dealt with as an incident too (気づきからの事案).
alter table incident add column finding bigint unique;
alter table incident drop constraint incident_check;
alter table incident add constraint incident_of_one
    check (num_nonnulls(patient, opening, finding) = 1 and (patient is null) = (number is null));
comment on column incident.finding is 'the finding of office.anomalies; null for a wrong link and for an emergency opening';
