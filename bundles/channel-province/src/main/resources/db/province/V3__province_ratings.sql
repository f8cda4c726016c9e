-- Up to where something was read that is told besides the journal.
create table province_feed (
    name    varchar(20) not null primary key,
    reached varchar(60)
);

insert into province_feed (name) values ('ratings');
