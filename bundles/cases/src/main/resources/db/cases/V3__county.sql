-- The county of a case, so that a list of the whole county reads one range of an index instead of sorting its towns.

alter table cases_case add column county varchar(12) not null default '';
update cases_case set county = substr(division, 1, 6) || '000000';

drop index cases_case_newest;
drop index cases_case_stage;
drop index cases_case_due;
create index cases_case_county on cases_case (county, submitted_at desc, id desc);
create index cases_case_county_stage on cases_case (county, stage, submitted_at desc, id desc);
create index cases_case_county_due on cases_case (county, due_on, id);
drop index cases_case_end;
create index cases_case_county_end on cases_case (county, end_light, submitted_at desc, id desc);
