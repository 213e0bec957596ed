-- What the review desk and a facility's list of its own patients read (名寄せ確認・患者一覧): the queue in its order, what was
-- decided when, and a facility's patients by number and by folded reading.
create index match_review_queue on match_review ((state = 'later'), (-risk), id) where state in ('open', 'later');
create index match_review_decided on match_review (decided_at desc, id) where state in ('same', 'different');
-- Both logs are only added to, in the order of time: a summary of each block of pages finds a month at next to no cost.
create index match_review_event_at on match_review_event using brin (at);
create index link_event_at on link_event using brin (at);

-- Readings as they are searched: one width, katakana, large letters, no voicing pairs that sound alike, no spaces or bars.
create function kana_folded(reading text) returns text
    language sql immutable strict parallel safe
    return translate(normalize(reading, NFKC),
                     'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔァィゥェォッャュョヮヂヅヰヱヲ -・ー＝',
                     'アアイイウウエエオオカガキギクグケゲコゴサザシジスズセゼソゾタダチジツツズテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモヤヤユユヨヨラリルレロワワイエオンヴアイウエオツヤユヨワジズイエオ');

create index patient_of_facility on patient (facility, number collate "C", id) where closed_at is null;
create index patient_of_facility_by_kana
    on patient (facility, kana_folded(family_kana || given_kana) collate "C", id) where closed_at is null;

-- A facility's own patients with the person they are linked to. Of somebody who is left out of matching (protected, or
-- opted out) only a tie of the facility's own stands here: to all others they are like any patient not linked yet.
create view patient_listed as
select p.id as patient, p.facility, p.number, p.family_name || '　' || p.given_name as name,
       p.family_kana || '　' || p.given_kana as kana, kana_folded(p.family_kana || p.given_kana) as folded_kana,
       p.birth_date, p.sex, l.person, l.source, l.since
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
create view patient_count as
select facility, count(*) as patients from patient where closed_at is null group by facility;
grant select on patient_listed, patient_count to hmnet_app;
