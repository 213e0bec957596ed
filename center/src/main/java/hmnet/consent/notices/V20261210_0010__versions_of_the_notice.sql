-- What is explained before somebody consents (説明の版): a version is proposed by one and agreed to by another, and never changes
-- after that. A later version ends no consent.
create table consent_notice (
    version text primary key check (version ~ '^[0-9A-Za-z.-]{1,20}$'),
    title text not null,
    words text not null,
    effective_on date not null,
    asks_anew boolean not null,
    proposed_by text not null,
    agreed_by text,
    entered_at timestamptz not null default now()
);
comment on column consent_notice.asks_anew is 'whoever agreed under an earlier version is asked again; until they answer, what they said holds';
comment on column consent_notice.agreed_by is 'null = waits for a second person; empty = came with the centre';

insert into consent_notice (version, title, words, effective_on, asks_anew, proposed_by, agreed_by)
values ('2026-04', '地域医療情報連携ネットワークのご説明', 'このネットワークは、あなたの診療を担当する病院・診療所・薬局・訪問看護などが、診療に必要な情報を見られるようにするものです。
見られるのは、あなたがカードを示すなどしてつながった施設で、診療・調剤・看護・介護に関わる職員だけです。
お薬・アレルギー・検査結果・病名・入退院・文書などが、送った病院の決めた範囲で表示されます。
全部見せる、薬と緊急だけ、見せない、のほか、施設・種別・期間ごとに見せないものを決められます。
同意はいつでもやめられ、やめるとすぐに開けなくなります。同意しなくても、診療で不利になることはありません。
だれがいつ見たかは記録され、わたしのページか事務局で確かめられます。', '2026-04-01', false, '', '');

-- Where it hangs (院内掲示): the second of three conditions under which facilities look things up of one another.
create table posted_notice (
    facility bigint not null references facility,
    version text not null references consent_notice,
    posted_on date not null,
    by text not null,
    at timestamptz not null default now(),
    primary key (facility, version)
);

alter table consent add column notice text not null default '';
comment on column consent.notice is 'under which version what holds was said; empty = nothing was said';
update consent c
   set notice = coalesce((select e.notice_version from consent_event e where e.person = c.person order by e.id desc limit 1), '');

grant select, insert, update, delete on consent_notice to hmnet_app;
grant select, insert on posted_notice to hmnet_app;
