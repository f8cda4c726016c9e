-- How far towns have taken over the matters of their lists. A matter without a row is not started. Microseconds since 1970 UTC.

create table matters_takeover (
    division  varchar(12)   not null,
    matter    varchar(80)   not null,
    version   integer       not null,
    state     varchar(12)   not null,
    since_on  date,
    note      varchar(500),
    moved_by  varchar(100),
    guidance  varchar(2000),
    guided_by varchar(100),
    primary key (division, matter)
);

-- All that was written down: rows are added and never changed.
create table matters_takeover_step (
    division    varchar(12)   not null,
    matter      varchar(80)   not null,
    version     integer       not null,
    state       varchar(12),
    since_on    date,
    note        varchar(2000),
    account     varchar(80)   not null,
    person      varchar(100)  not null,
    recorded_at bigint        not null,
    primary key (division, matter, version)
);
