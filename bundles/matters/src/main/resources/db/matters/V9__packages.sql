-- One-thing packages: every version that was published. Microseconds since 1970 UTC.

create table matters_package (
    code         varchar(40)  not null,
    version      integer      not null,
    newest       boolean      not null,
    in_force     boolean      not null,
    name         varchar(200) not null,
    source       varchar(200) not null,
    sample       boolean      not null,
    published_at bigint       not null,
    published_by varchar(80)  not null,
    withdrawn_at bigint,
    withdrawn_by varchar(80),
    primary key (code, version)
);

create index matters_package_newest on matters_package (newest, code);
create index matters_package_in_force on matters_package (in_force, code);

create table matters_package_item (
    code      varchar(40) not null,
    version   integer     not null,
    place     integer     not null,
    matter    varchar(80) not null,
    situation varchar(200),
    primary key (code, version, place)
);
