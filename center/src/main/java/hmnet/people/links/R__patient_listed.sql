-- A facility's own patients with the person they are linked to (患者一覧). Of somebody who is left out of matching (protected, or
-- opted out) only a tie of the facility's own stands here: to all others they are like any patient not linked yet. The number is sealed.

create or replace view patient_listed as
select p.id as patient, p.facility, p.number, p.shown, l.person, l.source, l.since
  from patient p
  -- "offset 0": looked up for each patient of a page, never joined whole.
  left join lateral (select k.person, k.source, k.since
                       from linkage k
                      where k.patient = p.id
                        and (k.source = 'desk'
                             or not exists (select from match_left_out o where o.person = k.person)
                                and not exists (select from match_left_out o where o.patient = k.patient))
                     offset 0) l on true
 where p.closed_at is null;

-- How many each facility has.
create or replace view patient_count as
select facility, count(*) as patients from patient where closed_at is null group by facility;

grant select on patient_listed, patient_count to hmnet_app;
