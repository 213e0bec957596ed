-- A person and the patients linked to them now, a row each (one without a patient, if there is none): what every
-- decision about a chart starts from. A view, so that it joins with the consent in one question.
create view person_with_patients as
select h.*, p.id as patient, p.facility as patient_facility, p.number as patient_number
  from person h
  left join linkage l on l.person = h.id
  left join patient p on p.id = l.patient;
grant select on person_with_patients to hmnet_app;
