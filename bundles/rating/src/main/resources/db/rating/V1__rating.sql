-- Star rating. Instants are microseconds since 1970 UTC.

create table rating_period (
    id        varchar(20)  not null primary key,
    name      varchar(100) not null,
    from_on   date         not null,
    until_on  date         not null,
    frozen_at bigint,
    frozen_by varchar(60)
);

create index rating_period_until on rating_period (until_on, id);

-- Where each site stood when last computed, so that a list asks no criterion.
create table rating_standing (
    site        varchar(20)   not null primary key,
    division    varchar(12)   not null,
    period      varchar(20),
    level       varchar(5),
    total       decimal(5, 2),
    awarded     varchar(5),
    computed_at bigint        not null
);

-- "standing" holds the site while the plaque does: one at a time.
create table rating_plaque (
    id           bigint       not null primary key,
    number       varchar(40)  not null,
    site         varchar(20)  not null,
    division     varchar(12)  not null,
    standing     varchar(20),
    level        varchar(5)   not null,
    period       varchar(20)  not null,
    unit         varchar(100) not null,
    given_on     date         not null,
    given_by     varchar(60)  not null,
    withdrawn_on date,
    withdrawn_by varchar(60),
    reason       varchar(500),
    constraint rating_plaque_number unique (number),
    constraint rating_plaque_standing unique (standing)
);

create table rating_model (
    id       bigint        not null primary key,
    site     varchar(20)   not null,
    division varchar(12)   not null,
    standing varchar(20),
    since_on date          not null,
    until_on date,
    reason   varchar(1000) not null,
    account  varchar(60)   not null,
    constraint rating_model_standing unique (standing)
);

create table rating_meeting (
    id       bigint        not null primary key,
    site     varchar(20)   not null,
    division varchar(12)   not null,
    held_on  date          not null,
    name     varchar(200)  not null,
    host     varchar(200)  not null,
    people   integer,
    spread   varchar(2000),
    files    varchar(1000) not null,
    account  varchar(60)   not null
);

create sequence rating_plaque_seq as bigint start with 50 increment by 50;
create sequence rating_model_seq as bigint start with 50 increment by 50;
create sequence rating_meeting_seq as bigint start with 50 increment by 50;
