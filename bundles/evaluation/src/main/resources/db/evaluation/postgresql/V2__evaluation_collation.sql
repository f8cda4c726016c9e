-- Scopes follow the characters, whatever the database's locale. Derby compares so by itself.

alter table evaluation_sum alter column scope type varchar(60) collate "C";
