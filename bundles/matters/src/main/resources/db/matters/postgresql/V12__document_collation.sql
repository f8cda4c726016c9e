-- Lists follow the codes, whatever the database's locale. Derby compares so by itself.

alter table matters_document alter column division type varchar(12) collate "C";
alter table matters_document alter column code type varchar(40) collate "C";
