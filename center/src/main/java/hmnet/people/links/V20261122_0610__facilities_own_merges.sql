-- A facility's own merges (施設による患者統合): who said so, and what they add up to. Links stay as they are: whose a merged
-- chart is follows from both, each time it is asked, so that taking a merge back leaves nothing behind.
alter table patient_merge_event add column by text not null default 'centre';
alter table patient_merge_event add column message text not null default '';
comment on column patient_merge_event.at is 'when it happened at the facility: the later one holds, whichever arrives first';
comment on column patient_merge_event.trigger_event is 'why it was sent: A24, A34, A36, A37, A40 or A47';
comment on column patient_merge_event.message is 'MSH-10 of the message that said so';
create unique index patient_merge_event_once
    on patient_merge_event (patient, into_patient, action, trigger_event, at);
create index patient_merge_event_into on patient_merge_event (into_patient);

create table merged_chart (
    patient bigint primary key references patient,
    whole bigint not null references patient
);
create index merged_chart_whole on merged_chart (whole);
comment on table merged_chart is 'charts that are one patient now; `whole` is the chart they were merged into last';

-- Whether a merge waits for a human: the facility's word is stronger than the matcher's, weaker than a human's.
create function merged_held(of bigint) returns boolean language sql stable as $$
    with member as (select m.patient, l.person, l.source
                      from merged_chart m left join linkage l on l.patient = m.patient where m.whole = of)
    select -- two persons whom humans stand behind
           (select count(distinct person) from member where source <> 'matcher') > 1
           -- a human has parted one of the charts from whom another is linked to
        or exists (select from member m join lateral (
                                select e.action, e.by from link_event e
                                 where e.patient = m.patient and e.person in (select person from member)
                                   and e.person is distinct from m.person
                                   and not exists (select from match_review r  -- a decision taken back says nothing
                                                    where r.id = e.review and r.state in ('open', 'later'))
                                 order by e.id desc limit 1) e on e.action = 'unlink' and e.by <> 'matcher')
           -- a human has said that two of them are two
        or exists (select from match_review r
                    where r.state = 'different' and r.patient in (select patient from member)
                      and r.other_patient in (select patient from member))
           -- a number was changed to one that another human has
        or exists (select from patient_merge_event e
                     join patient a on a.id = e.patient join patient b on b.id = e.into_patient
                    where e.trigger_event = 'A47' and e.patient in (select patient from member)
                      and e.into_patient in (select patient from member)
                      and a.birth_date <> b.birth_date
                      and a.family_name || a.given_name <> '' and b.family_name || b.given_name <> ''
                      and regexp_replace(normalize(a.family_name || a.given_name, nfkc), '\s', '', 'g')
                       <> regexp_replace(normalize(b.family_name || b.given_name, nfkc), '\s', '', 'g')
                      and not exists (select from match_review r
                                       where r.state = 'same' and r.patient in (a.id, b.id)
                                         and r.other_patient in (a.id, b.id)))
$$;

-- Whose merged charts are: a human's link before the matcher's, the chart merged into before the others.
create function merged_person(of bigint) returns uuid language sql stable as $$
    select l.person from merged_chart m join linkage l on l.patient = m.patient
     where m.whole = of and not merged_held(of)
     order by l.source = 'matcher', m.patient <> of, m.patient limit 1
$$;

-- Every chart of a person, merges counted. Asks about merges only where there are some.
create function charts_of(who uuid) returns table (patient bigint, source text) language sql stable as $$
    select l.patient, l.source
      from linkage l left join merged_chart m on m.patient = l.patient
     where l.person = who and (m.whole is null or merged_held(m.whole))
    union all
    select m.patient, case when own.person = who then own.source else 'merge' end
      from (select distinct t.whole from linkage l join merged_chart t on t.patient = l.patient
             where l.person = who) w
      join merged_chart m on m.whole = w.whole
      left join linkage own on own.patient = m.patient
     where merged_person(w.whole) = who
$$;

create or replace view person_with_patients as
select h.*, p.id as patient, p.facility as patient_facility, p.number as patient_number,
       coalesce(c.source, '') = 'desk' as patient_tied
  from person h
  left join lateral charts_of(h.id) c on true
  left join patient p on p.id = c.patient;

grant select, insert, delete on merged_chart to hmnet_app;
