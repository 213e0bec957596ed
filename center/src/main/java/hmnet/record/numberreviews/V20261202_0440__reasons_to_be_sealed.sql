-- Why somebody decided whose a number is stands sealed (判断の理由の封印): ReadableReasons (0441) seals what stands here, 0442 takes it away.
alter table identity_review add column sealed_why bytea;
