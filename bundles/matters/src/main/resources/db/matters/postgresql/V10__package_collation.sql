-- Lists follow the code, whatever the database's locale. Derby compares so by itself.

alter table matters_package alter column code type varchar(40) collate "C";
