-- From which network a question to sign in came (ネットワークごとの上限): a flood shuts out nobody else.
alter table passkey_question add column network text;
create index passkey_question_network on passkey_question (network);
comment on column passkey_question.network is 'an IPv4 address or the /64 of an IPv6 one; null where a key is added';
