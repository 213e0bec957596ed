-- Of a paper of consent only that it is taken away may be written later (同意書の画像の取り下げ).
revoke update on consent_paper from hmnet_app;
grant update (object, removed_at, removal_asked_by, removed_by, removal_reason) on consent_paper to hmnet_app;
