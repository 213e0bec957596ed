-- A machine that asks all day is told of tens of thousands of persons: whether one of them is new is asked with each question, so
-- they are found by person.
create index person_told_person on person_told (facility, person, at);
