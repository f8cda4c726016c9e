-- Ranges of codes and scopes follow the characters, whatever the database's locale. Derby compares so by itself.

alter table evaluation_invitation alter column division type varchar(12) collate "C";
alter table evaluation_rating alter column division type varchar(12) collate "C";
alter table evaluation_rectification alter column division type varchar(12) collate "C";
alter table evaluation_sum alter column scope type varchar(60) collate "C";
