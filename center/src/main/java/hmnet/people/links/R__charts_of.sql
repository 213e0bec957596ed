-- Whose a chart is and which charts a person has (カルテの持ち主), facilities' merges counted: read each time, never stored.

-- Whether a merge waits for a human: the facility's word is stronger than the matcher's, weaker than a human's. A decision taken
-- back says nothing, also once its question was answered otherwise; of what a facility said of two numbers only the last counts.
create or replace function merged_held(of bigint) returns boolean language sql stable as $$
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
                                                    where r.id = e.review and r.state not in ('same', 'different'))
                                 order by e.id desc limit 1) e on e.action = 'unlink' and e.by <> 'matcher')
           -- a human has said that two of them are two
        or exists (select from match_review r
                    where r.state = 'different' and r.patient in (select patient from member)
                      and r.other_patient in (select patient from member))
           -- a number was changed to one that another human has
        or exists (select from (select distinct on (least(m.patient, m.into_patient), greatest(m.patient, m.into_patient)) m.*
                                  from patient_merge_event m
                                 where m.patient in (select patient from member)
                                   and m.into_patient in (select patient from member)
                                 order by least(m.patient, m.into_patient), greatest(m.patient, m.into_patient), m.at desc,
                                          m.action desc, m.into_patient) e
                     join patient a on a.id = e.patient join patient b on b.id = e.into_patient
                    where e.trigger_event = 'A47' and e.action = 'merge'
                      and a.born_key <> b.born_key and a.name_key <> b.name_key  -- null where not known
                      and not exists (select from match_review r
                                       where r.state = 'same' and r.patient in (a.id, b.id)
                                         and r.other_patient in (a.id, b.id)))
$$;

-- Whose the charts are that are one by a merge.
create or replace function merged_person(of bigint) returns uuid language sql stable as $$
    select l.person from merged_chart m join linkage l on l.patient = m.patient
     where m.whole = of and not merged_held(of)
     order by l.source = 'matcher', m.patient <> of, m.patient limit 1
$$;

-- Every chart of a person. Asks about merges only where there are some.
create or replace function charts_of(who uuid) returns table (patient bigint, source text) language sql stable as $$
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

-- Whose a chart is.
create or replace function holder_of(of bigint) returns uuid language sql stable as $$
    select case when m.whole is null or merged_held(m.whole) then l.person else merged_person(m.whole) end
      from (select of as patient) p
      left join linkage l on l.patient = p.patient
      left join merged_chart m on m.patient = p.patient
$$;

-- These charts, and all that are merged with them.
create or replace function merged_with(charts bigint[]) returns bigint[] language sql stable as $$
    select array(select distinct c from (select unnest(charts)
                                          union select other.patient from merged_chart mine
                                                 join merged_chart other on other.whole = mine.whole
                                                where mine.patient = any (charts)) as a(c))
$$;
