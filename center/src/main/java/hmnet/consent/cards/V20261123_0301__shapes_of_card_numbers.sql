-- How a number looks, as the office wrote it (番号の形); the pattern is made of it. Null = a pattern that came with the centre.
alter table card_scheme_form add column shape text;
comment on column card_scheme_form.shape is '# a digit, @ a capital letter, * any digits, {…} what is kept, everything else itself';
