-- The network's default for the kinds that came with the formats of clinics, pharmacies and check-ups: what a resident was handed
-- (dispensed drugs, check-ups, care) at once, the rest when released, and nothing preliminary.
-- Bits: 11 procedure, 12 report, 13 document, 14 check-up, 15 dispensed, 16 vital signs, 17 care.
insert into disclosure_rule (facility, effective_on, kinds, audience, delay_days, only_released, preliminary, agreed_by)
values (null, '2026-01-01', (1 << 14) | (1 << 15) | (1 << 17), 'resident', 0, false, false, 'network default'),
       (null, '2026-01-01', (1 << 11) | (1 << 12) | (1 << 13) | (1 << 16), 'resident', 0, true, false, 'network default');

-- 「薬と緊急だけ」 (allergies, prescriptions, injections) holds what pharmacies hand over too.
update consent set kinds = kinds | (1 << 15) where kinds = (1 << 2) | (1 << 4) | (1 << 5);
