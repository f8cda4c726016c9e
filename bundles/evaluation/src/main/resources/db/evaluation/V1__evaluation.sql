-- Invitations, ratings, rectifications and the sums of reports. Instants are microseconds since 1970 UTC. What is listed has
-- county and town beside its division, so that a list newest first reads one range of an index.

create table evaluation_key (
    name   varchar(20) not null primary key,
    secret ${bytes}    not null
);

-- Names of who was rated, for reports: a case's journal has them, but a report reads no journal.
create table evaluation_person (
    account varchar(40)  not null primary key,
    name    varchar(100) not null
);

-- One for each occasion on which a citizen met the office: the end of a case, a visit.
create table evaluation_invitation (
    id            bigint        not null primary key,
    number        varchar(17)   not null,
    occasion      varchar(20)   not null,
    division      varchar(12)   not null,
    town          varchar(12)   not null,
    county        varchar(12)   not null,
    site          varchar(15)   not null,
    mode          varchar(40)   not null,
    matter        varchar(80)   not null,
    matter_name   varchar(500)  not null,
    person        varchar(40),
    window_number integer,
    staff         ${text}       not null,
    services      varchar(200)  not null,
    invited_at    bigint        not null,
    expires_at    bigint        not null,
    rated         integer       not null,
    unique (number, occasion)
);

create index evaluation_invitation_county on evaluation_invitation (county, id desc);
create index evaluation_invitation_town on evaluation_invitation (town, id desc);
create index evaluation_invitation_division on evaluation_invitation (division, id desc);
create sequence evaluation_invitation_seq as bigint start with 50 increment by 50;

create table evaluation_rating (
    id         bigint       not null primary key,
    invitation bigint       not null,
    nth        integer      not null,
    number     varchar(17)  not null,
    division   varchar(12)  not null,
    town       varchar(12)  not null,
    county     varchar(12)  not null,
    site       varchar(15)  not null,
    person     varchar(40),
    overall    varchar(20)  not null,
    business   varchar(20)  not null,
    counter    varchar(20)  not null,
    attitude   varchar(20)  not null,
    details    varchar(500) not null,
    words      varchar(500),
    via        varchar(10)  not null,
    anonymous  boolean      not null,
    rated_at   bigint       not null,
    entered_by varchar(40),
    malicious  boolean      not null,
    unique (invitation, nth)
);

create index evaluation_rating_time on evaluation_rating (rated_at, id);
create index evaluation_rating_county on evaluation_rating (county, id desc);
create index evaluation_rating_town on evaluation_rating (town, id desc);
create index evaluation_rating_division on evaluation_rating (division, id desc);
create index evaluation_rating_person on evaluation_rating (person, id desc);
create sequence evaluation_rating_seq as bigint start with 50 increment by 50;

-- What follows a bad rating, under the rating's id. late_from is the first day it is late, null once it is answered.
create table evaluation_rectification (
    id           bigint       not null primary key,
    version      integer      not null,
    state        varchar(12)  not null,
    division     varchar(12)  not null,
    town         varchar(12)  not null,
    county       varchar(12)  not null,
    person       varchar(40),
    opened_at    bigint       not null,
    limit_days   integer      not null,
    limit_source varchar(200) not null,
    due_on       date,
    late_from    date,
    assignee     varchar(40),
    answered_at  bigint,
    called_at    bigint,
    calls        integer      not null,
    appeal       varchar(10)
);

create index evaluation_rectification_county on evaluation_rectification (county, id desc);
create index evaluation_rectification_town on evaluation_rectification (town, id desc);
create index evaluation_rectification_division on evaluation_rectification (division, id desc);
create index evaluation_rectification_late on evaluation_rectification (late_from, id);
create index evaluation_rectification_person on evaluation_rectification (person, id desc);
create index evaluation_rectification_assignee on evaluation_rectification (assignee, id desc);

create table evaluation_step (
    rectification bigint       not null,
    seq           integer      not null,
    done_at       bigint       not null,
    account       varchar(40)  not null,
    name          varchar(100) not null,
    action        varchar(20)  not null,
    words         varchar(1000),
    primary key (rectification, seq)
);

-- Sums of a day (slot 20261124) and of a month (slot 20261100), kept with each rating. By slot first: a report reads the
-- slots of its period, however many years there are.
create table evaluation_sum (
    slot              integer      not null,
    kind              varchar(10)  not null,
    scope             varchar(60)  not null,
    very_satisfied    integer      not null,
    satisfied         integer      not null,
    fair              integer      not null,
    dissatisfied      integer      not null,
    very_dissatisfied integer      not null,
    business_bad      integer      not null,
    window_bad        integer      not null,
    attitude_bad      integer      not null,
    second_times      integer      not null,
    second_bad        integer      not null,
    malicious         integer      not null,
    due               integer      not null,
    in_time           integer      not null,
    primary key (slot, kind, scope)
);
