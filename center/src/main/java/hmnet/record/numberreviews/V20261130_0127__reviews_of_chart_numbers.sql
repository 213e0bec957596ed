-- Messages that fit nobody whom their chart number means (番号の本人確認) wait for a human. Earlier entries told of epochs that
-- had opened by themselves: nothing waits for an answer there.
delete from identity_review;
alter table identity_review drop column kind;
alter table identity_review add column facility bigint not null references facility;
alter table identity_review add column number text not null;
alter table identity_review add column description bytea not null;
alter table identity_review add column claim bytea not null;
alter table identity_review add column whole boolean not null;
alter table identity_review add column decision text check (decision in ('same', 'other', 'wrong'));
alter table identity_review add column why text;
alter table identity_review add column before bytea;
alter table identity_review add constraint identity_review_decided check ((decision is null) = (closed_at is null));
comment on column identity_review.patient is 'who fitted best when the first message came';
comment on column identity_review.other is 'whom a human named: the epoch chosen or opened';
comment on column identity_review.description is 'keyed hash of name, birth date and sex as the messages tell them';
comment on column identity_review.claim is 'what the first message says of the human, sealed';
comment on column identity_review.before is 'what was known of the human named when the decision fell, sealed: undoing goes back to it';
comment on column identity_review.whole is 'name and birth date are both told: the decision holds for later messages too';
create unique index identity_review_one on identity_review (facility, number, description) where closed_at is null;
create index identity_review_number on identity_review (facility, number, description);

-- The messages that wait for one review, and those filed by its decision.
create table identity_review_message (
    inbox bigint not null references inbox,
    review bigint not null references identity_review,
    primary key (inbox, review)
);
create index identity_review_message_review on identity_review_message (review);
grant select, insert, delete on identity_review_message to hmnet_app;
grant delete on identity_review to hmnet_app;
