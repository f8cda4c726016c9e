-- Lists follow the code, whatever the database's locale. Derby compares so by itself.

alter table matters_posting alter column matter type varchar(80) collate "C";
