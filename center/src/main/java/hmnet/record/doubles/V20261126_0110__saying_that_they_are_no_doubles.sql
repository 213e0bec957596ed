-- One operator says that a set is no double, or takes that back: nothing leaves a chart by it, so one is enough.
alter table double_decision drop constraint double_decision_state_check;
alter table double_decision add constraint double_decision_state_check
    check (state in ('open', 'hidden', 'withdrawn', 'shown', 'different', 'reopened'));
