-- Insurance numbers are sealed too (保険番号の封印): ReadableInsurance (0204) seals what stands here, 0205 takes it away.
alter table patient_insurance add column shown bytea;
alter table patient_insurance add column said_key bigint;
comment on column patient_insurance.said_key is 'keyed number of all four words, of this patient alone: whether something else is said now';
