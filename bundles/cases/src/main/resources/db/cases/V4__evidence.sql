-- Files may be evidence of a division, beside files of cases.

alter table cases_attachment add column division varchar(12);
