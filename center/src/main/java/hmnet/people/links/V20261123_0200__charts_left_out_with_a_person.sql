-- Charts that are left out of matching only because of whose they are (名寄せの対象外): they come back when they are no longer that
-- person's, whether a link, a facility's merge or a join has made them so.
alter table match_left_out add column through uuid references person;
comment on column match_left_out.through is 'the person because of whom a chart is left out; null = for a reason of its own';
create index match_left_out_through on match_left_out (through) where through is not null;

-- A decision taken back says nothing, also once its question was answered otherwise; and of what a facility said of two numbers
-- only the last word counts.
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
                      and a.birth_date <> b.birth_date
                      and a.family_name || a.given_name <> '' and b.family_name || b.given_name <> ''
                      and regexp_replace(normalize(a.family_name || a.given_name, nfkc), '\s', '', 'g')
                       <> regexp_replace(normalize(b.family_name || b.given_name, nfkc), '\s', '', 'g')
                      and not exists (select from match_review r
                                       where r.state = 'same' and r.patient in (a.id, b.id)
                                         and r.other_patient in (a.id, b.id)))
$$;

-- Whose a chart is, facilities' merges counted.
create function holder_of(of bigint) returns uuid language sql stable as $$
    select case when m.whole is null or merged_held(m.whole) then l.person else merged_person(m.whole) end
      from (select of as patient) p
      left join linkage l on l.patient = p.patient
      left join merged_chart m on m.patient = p.patient
$$;

-- These charts, and all that are merged with them.
create function merged_with(charts bigint[]) returns bigint[] language sql stable as $$
    select array(select distinct c from (select unnest(charts)
                                          union select other.patient from merged_chart mine
                                                 join merged_chart other on other.whole = mine.whole
                                                where mine.patient = any (charts)) as a(c))
$$;

update match_left_out o set through = p.person
  from match_left_out p
 where o.patient is not null and p.person = holder_of(o.patient) and p.why = o.why;

grant update on match_left_out to hmnet_app;
