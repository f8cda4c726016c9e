-- A name's prefix is a range, and lists follow the code, whatever the database's locale. Derby compares so by itself.

alter table matters_level drop constraint matters_level_matter_fkey;
alter table matters_guide drop constraint matters_guide_matter_fkey;
alter table matters_matter alter column code type varchar(80) collate "C";
alter table matters_matter alter column name type varchar(300) collate "C";
alter table matters_level alter column matter type varchar(80) collate "C";
alter table matters_guide alter column matter type varchar(80) collate "C";
alter table matters_level add foreign key (matter) references matters_matter (code);
alter table matters_guide add foreign key (matter) references matters_matter (code);
