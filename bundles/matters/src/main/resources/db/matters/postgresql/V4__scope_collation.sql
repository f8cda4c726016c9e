-- A subtree is a range of codes, whatever the database's locale. Derby compares so by itself.

alter table matters_scope alter column division type varchar(12) collate "C";
alter table matters_scope_matter alter column division type varchar(12) collate "C";
alter table matters_scope_matter alter column matter type varchar(80) collate "C";
