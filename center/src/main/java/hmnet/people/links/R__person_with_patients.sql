-- A person and the patients linked to them now (住民と紐付いた患者), a row each; one without a patient, if there is none: what every
-- decision about a chart starts from. A view, so that it joins with the consent in one question. The number is sealed.

create or replace view person_with_patients as
select h.id, h.regional_id, h.shown, h.registered_at, h.origin,
       p.id as patient, p.facility as patient_facility, p.number as patient_number,
       coalesce(c.source, '') = 'desk' as patient_tied
  from person h
  left join lateral charts_of(h.id) c on true
  left join patient p on p.id = c.patient;

grant select on person_with_patients to hmnet_app;
