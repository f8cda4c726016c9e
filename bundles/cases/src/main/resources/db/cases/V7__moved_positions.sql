-- How often a listener was moved: what it was told before does not move it on.

alter table cases_position add column moves integer not null default 0;
