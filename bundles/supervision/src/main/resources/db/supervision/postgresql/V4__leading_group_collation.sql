-- As V2.

alter table supervision_leading_group alter column division type varchar(12) collate "C";
