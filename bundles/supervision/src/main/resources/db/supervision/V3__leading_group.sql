-- Leading groups (R135). A new one of a division ends the one before.

create table supervision_leading_group (
    id        bigint        not null primary key,
    division  varchar(12)   not null,
    town      varchar(12)   not null,
    county    varchar(12)   not null,
    name      varchar(100)  not null,
    head      varchar(100)  not null,
    members   varchar(2000) not null,
    office    varchar(100),
    document  varchar(100)  not null,
    formed_on date          not null,
    ended_on  date,
    evidence  varchar(1000) not null,
    account   varchar(60)   not null
);

create index supervision_group_county on supervision_leading_group (county, id desc);
create index supervision_group_town on supervision_leading_group (town, id desc);
create index supervision_group_div on supervision_leading_group (division, id desc);
