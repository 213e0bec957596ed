-- What holds where a hospital has set nothing: professionals at once; the resident sees medicines, allergies and visits at
-- once, laboratory results after three days or when marked 説明済み, the rest when released, and nothing preliminary.
-- Bits: 1 profile, 2 allergy, 3 diagnosis, 4 prescription, 5 injection, 6 laboratory order, 7 laboratory, 8 safety tests,
-- 9 visit, 10 admission.
insert into disclosure_rule (facility, effective_on, kinds, audience, delay_days, only_released, preliminary, agreed_by)
values (null, '2026-01-01', -1, 'professional', 0, false, true, 'network default'),
       (null, '2026-01-01', (1 << 2) | (1 << 4) | (1 << 9), 'resident', 0, false, false, 'network default'),
       (null, '2026-01-01', (1 << 7) | (1 << 8), 'resident', 3, false, false, 'network default'),
       (null, '2026-01-01', (1 << 1) | (1 << 3) | (1 << 5) | (1 << 6) | (1 << 10), 'resident', 0, true, false,
        'network default');
