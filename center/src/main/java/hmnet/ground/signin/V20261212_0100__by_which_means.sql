-- By which means somebody signed in (認証の手段), and a mark of the session that no new token changes: what was handed to
-- a sub-system on its ground ends with it.
alter table signin_session
    add column mark uuid not null default gen_random_uuid() unique,
    add column means text not null default 'password-code'
        check (means in ('password-code', 'passkey', 'federated', 'federated-code'));
comment on column signin_session.mark is 'names the session beside its cookie; opens nothing';

alter table signin_half add column federated boolean not null default false;
comment on column signin_half.federated is 'the first factor was shown to the identity provider of the own hospital';
