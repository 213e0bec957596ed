-- What is proposed, why and on what view stands sealed (提案の封印): ReadableProposals (0421) seals what stands here, 0422 takes it away.
alter table approval add column said bytea;
