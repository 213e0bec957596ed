-- No insurance number stands readable any more, nor in the old rows on disk (平文の保険番号の廃止).
alter table patient_insurance
    drop column insurer, drop column symbol, drop column number, drop column branch;
alter table patient_insurance alter column shown set not null;
alter table patient_insurance alter column said_key set not null;
cluster patient_insurance using patient_insurance_pkey;
alter table patient_insurance set without cluster;
