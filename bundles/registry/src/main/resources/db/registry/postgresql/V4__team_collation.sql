-- Lists and ranges follow the characters of a code, whatever the database's locale. Derby compares so by itself, and has
-- an index for every reference, which has to be made here.

alter table registry_agent_area drop constraint registry_agent_area_account_fkey;
alter table registry_vehicle alter column code type varchar(20) collate "C";
alter table registry_vehicle alter column division type varchar(12) collate "C";
alter table registry_agent alter column account type varchar(40) collate "C";
alter table registry_agent_area alter column area type varchar(12) collate "C";
alter table registry_agent_area alter column account type varchar(40) collate "C";
alter table registry_stop alter column site type varchar(15) collate "C";
alter table registry_agent_area add foreign key (account) references registry_agent (account);

create index registry_agent_area_account on registry_agent_area (account);
