-- A range of numbers that is given out no more (番号の範囲の終了): its cards keep working, its digits are not given to anybody else.
alter table issuing_range add column until date;
