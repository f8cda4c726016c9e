-- Ranges follow the digits of a code, whatever the database's locale; Derby compares so by itself.

alter table supervision_inspection alter column division type varchar(12) collate "C";
alter table supervision_notice alter column division type varchar(12) collate "C";
alter table supervision_complaint alter column division type varchar(12) collate "C";
alter table supervision_late_case alter column division type varchar(12) collate "C";
alter table supervision_task alter column division type varchar(12) collate "C";
alter table supervision_report alter column division type varchar(12) collate "C";
alter table supervision_meeting alter column division type varchar(12) collate "C";
alter table supervision_accountability alter column division type varchar(12) collate "C";
