-- How a facility says its patient is insured (保険者番号・記号・番号・枝番): evidence for matching and nothing else. Not in
-- `patient`, which other doors read; no index, since nobody is looked up by it.
create table patient_insurance (
    patient bigint primary key references patient,
    insurer text not null,
    symbol text not null,
    number text not null,
    branch text not null
);
grant select, insert, update, delete on patient_insurance to hmnet_app;
