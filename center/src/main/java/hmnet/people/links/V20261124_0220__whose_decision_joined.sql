-- Which decision of the review desk joined two persons, or parted them again (結合を決めた確認): taking a decision back parts what it
-- joined and nothing that was joined for another reason later.
alter table same_person_event add column review bigint references match_review;
create index same_person_event_review on same_person_event (review) where review is not null;

-- Those until now: written in the same transaction as the event of the review, whose number was the reason.
update same_person_event e set review = v.review
  from match_review_event v
 where e.why = 'review ' || v.review and e.at = v.at and e.by = v.by and v.action in ('same', 'undone');
