-- What a division serves in a mode: every version that was published, the newest in force. Microseconds since 1970 UTC.

create table matters_scope (
    mode         varchar(40)  not null,
    division     varchar(12)  not null,
    version      integer      not null,
    in_force     boolean      not null,
    published_at bigint       not null,
    published_by varchar(60)  not null,
    source       varchar(200) not null,
    rules        ${text},
    hotline      varchar(60),
    sample       boolean      not null,
    primary key (mode, division, version)
);

create index matters_scope_list on matters_scope (mode, in_force, division);

create table matters_scope_matter (
    mode     varchar(40) not null,
    division varchar(12) not null,
    version  integer     not null,
    matter   varchar(80) not null,
    primary key (mode, division, version, matter)
);
