-- A trial may be of the network's policy too: over all charts, person by person (開示方針の試算).
alter table rule_trial alter column facility drop not null;
alter table rule_trial add column last_person uuid not null default '00000000-0000-0000-0000-000000000000';
comment on column rule_trial.facility is 'whose rule it would change; null = the policy of the network';
comment on column rule_trial.last_person is 'of the network: the last person whose charts are counted';
comment on column rule_trial_count.charts_before is 'charts of a facility; of the network, persons';
