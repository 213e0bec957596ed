-- Rights of scope `region` (地域全体の権利) wait for a second operator where everything does (approval).
insert into approval (kind, subject, proposed_by, proposed_at)
select 'region-right', facility || ' ' || errand, asked_by, asked_at from exchange_right_asked order by asked_at, facility, errand;
drop table exchange_right_asked;
