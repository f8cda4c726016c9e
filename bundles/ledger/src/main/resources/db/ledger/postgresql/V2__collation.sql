-- Ranges of codes follow the digits, whatever the database's locale. Derby compares so by itself, and has an index for the
-- reference, which has to be made here.

alter table ledger_site alter column site type varchar(15) collate "C";
alter table ledger_evidence alter column site type varchar(15) collate "C";
alter table ledger_tally alter column site type varchar(15) collate "C";
alter table ledger_post alter column site type varchar(15) collate "C";
alter table ledger_leave alter column site type varchar(15) collate "C";
alter table ledger_session alter column division type varchar(12) collate "C";
alter table ledger_task alter column division type varchar(12) collate "C";
alter table ledger_training alter column division type varchar(12) collate "C";
alter table ledger_village alter column division type varchar(12) collate "C";
alter table ledger_support alter column division type varchar(12) collate "C";
alter table ledger_measure alter column site type varchar(15) collate "C";

create index ledger_task_session on ledger_task (session_id);
