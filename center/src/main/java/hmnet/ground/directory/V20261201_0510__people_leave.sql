-- People leave at once or after a last day (退職), and move from one facility to another (異動): a new row, the old one stays as it was.
alter table staff
    add column left_at timestamptz,
    add column moved_from bigint references staff;
comment on column staff.until is 'the last day at work, the whole of it; null = no end is known';
comment on column staff.left_at is 'from this moment on they are out, whatever day it is';
comment on column staff.moved_from is 'who the same human was at the facility before';
