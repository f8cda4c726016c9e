-- A list may count for one level of divisions only, COUNTY, TOWN or VILLAGE; without one it counts for all.

alter table matters_scope add column tier varchar(10);
