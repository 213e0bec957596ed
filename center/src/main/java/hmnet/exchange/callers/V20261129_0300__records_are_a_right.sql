-- Whether a facility's machine may send records of care by HL7 v2 and FHIR is a right of its own: who has sent registrations by these
-- doors and records by another one goes on as before, and no stay stands in a chart twice.
alter table exchange_right drop constraint exchange_right_errand_check;
alter table exchange_right add constraint exchange_right_errand_check check (errand in ('pix', 'pdq', 'feed', 'records'));
