-- When a death was told, by message time: a later message that says nothing of it does not take it back.
alter table patient add column death_told_at timestamptz;
update patient set death_told_at = demographics_at where died_on is not null and demographics_at > '-infinity';

-- One epoch of a number is open. An epoch that a human opened by mistake is taken back: it stands for nobody.
alter table patient add column taken_back_at timestamptz;
update patient p set closed_at = now()
 where closed_at is null
   and exists (select from patient n
                where n.facility = p.facility and n.domain = p.domain and n.number = p.number and n.epoch > p.epoch
                  and n.closed_at is null);
create unique index patient_open on patient (facility, domain, number) where closed_at is null;
