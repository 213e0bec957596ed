-- Until when a sign-in slip (サインイン票) can be used: a paper that nobody used must not sign anybody in years later.
alter table signin_account add column slip_last_day date;
comment on column signin_account.slip_last_day is 'to whose end the initial password can be used, in Japan; null = no slip stands';
-- Slips made before had no end: the time of the default setting begins for them with this update.
update signin_account
   set slip_last_day = (now() at time zone 'Asia/Tokyo')::date + 14
 where must_change and password is not null;
