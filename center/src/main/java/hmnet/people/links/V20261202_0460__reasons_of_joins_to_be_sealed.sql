-- Why two persons were said to be one stands sealed (結合の理由の封印): ReadableJoinReasons (0461) seals what stands here, 0462 takes it away.
alter table same_person_event add column sealed_why bytea;
