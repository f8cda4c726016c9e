-- A version of a point table and a frozen score never change and are read whole: their content is one JSON text, which may
-- be longer than what Derby keeps in a column of characters.

create table rating_table (
    id           varchar(60)  not null primary key,
    code         varchar(40)  not null,
    version      integer      not null,
    from_on      date         not null,
    published_at bigint       not null,
    published_by varchar(60)  not null,
    content      clob(4M)      not null,
    constraint rating_table_version unique (code, version)
);

-- What a site gave itself, or the panel gave it, for all lines of the table.
create table rating_marks (
    id      varchar(60) not null primary key,
    period  varchar(20) not null,
    site    varchar(20) not null,
    side    varchar(5)  not null,
    content clob(4M)     not null
);

create index rating_marks_period on rating_marks (period, site);

create table rating_score (
    id       varchar(60)   not null primary key,
    period   varchar(20)   not null,
    site     varchar(20)   not null,
    until_on date          not null,
    level    varchar(5),
    total    decimal(5, 2),
    content  clob(4M)       not null,
    constraint rating_score_site unique (period, site)
);

create index rating_score_last on rating_score (site, until_on desc);
