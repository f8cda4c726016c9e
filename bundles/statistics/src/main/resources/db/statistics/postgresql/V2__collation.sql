-- Codes follow the characters, whatever the database's locale. Derby compares so by itself.

alter table statistics_count_a alter column scope type varchar(20) collate "C", alter column kind type varchar(12) collate "C", alter column item type varchar(80) collate "C";
alter table statistics_count_b alter column scope type varchar(20) collate "C", alter column kind type varchar(12) collate "C", alter column item type varchar(80) collate "C";
