-- Matters, every version of their guides, and which files were imported. Instants are microseconds since 1970 UTC.

create table matters_matter (
    code            varchar(80)  not null primary key,
    name            varchar(300) not null,
    department      varchar(100) not null,
    department_code varchar(18),
    type            varchar(20)  not null,
    source          varchar(200) not null,
    sample          boolean      not null,
    version         integer      not null,
    in_force        boolean      not null,
    revision        integer      not null
);

create index matters_matter_name on matters_matter (name, code);
create index matters_matter_department on matters_matter (department, code);
create index matters_matter_type on matters_matter (type, code);

-- Handling levels of the newest version, GB/T 39046 A.2.
create table matters_level (
    matter      varchar(80) not null references matters_matter (code),
    level_digit integer     not null,
    primary key (level_digit, matter)
);

create index matters_level_matter on matters_level (matter);

-- What is asked for stands in columns, the texts in content (JSON).
create table matters_guide (
    matter         varchar(80) not null references matters_matter (code),
    version        integer     not null,
    published_at   bigint      not null,
    published_by   varchar(60) not null,
    withdrawn_at   bigint,
    withdrawn_by   varchar(60),
    statutory_days integer,
    committed_days integer,
    content        ${text}     not null,
    primary key (matter, version)
);

create table matters_import (
    id          bigint       not null primary key,
    sha256      varchar(64)  not null,
    file_name   varchar(200) not null,
    source      varchar(200) not null,
    sample      boolean      not null,
    imported_at bigint       not null,
    imported_by varchar(60)  not null,
    created     integer      not null,
    changed     integer      not null,
    unchanged   integer      not null
);

create index matters_import_sha256 on matters_import (sha256);

create sequence matters_import_seq as bigint start with 50 increment by 50;
