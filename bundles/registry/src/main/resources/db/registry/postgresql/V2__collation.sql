-- Ranges of codes follow the digits, whatever the database's locale. Derby compares so by itself.

alter table registry_division alter column code type varchar(12) collate "C";
alter table registry_site alter column code type varchar(15) collate "C";
