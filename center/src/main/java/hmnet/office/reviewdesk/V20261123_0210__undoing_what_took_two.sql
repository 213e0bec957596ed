-- Taking back a decision that took two takes two as well (取消の四つの目).
alter table review_proposal drop constraint review_proposal_decision_check;
alter table review_proposal add constraint review_proposal_decision_check check (decision in ('SAME', 'DIFFERENT', 'UNDO'));
