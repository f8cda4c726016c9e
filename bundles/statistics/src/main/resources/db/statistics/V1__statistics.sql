-- What is known of each case, and the numbers that are kept of all of them. Days are 20261124, months 20261100.

-- A case as its journal tells it, and what of it the numbers hold (counted_*, null where nothing).
-- stood: the day it ended; of a running one the last day of its limit, or 99991229 none, 99991230 paused, 99991231 unknown.
create table statistics_case (
    id               bigint      not null primary key,
    number           varchar(17) not null,
    version          integer     not null,
    division         varchar(12) not null,
    site             varchar(20) not null,
    mode             varchar(40) not null,
    matter           varchar(80) not null,
    submitted        integer     not null,
    accepted         integer     not null,
    running          integer     not null,
    outcome          varchar(12) not null,
    stood            integer     not null,
    light            varchar(12) not null,
    counted_accepted integer,
    counted_outcome  varchar(12),
    counted_stood    integer,
    counted_light    varchar(12)
);
create index statistics_case_submitted on statistics_case (division, submitted, id);
create index statistics_case_accepted on statistics_case (division, accepted, id);
create index statistics_case_stood on statistics_case (division, running, stood, id);

-- Cases that have changed and are not counted yet.
create table statistics_waiting (
    id      bigint  not null,
    version integer not null,
    primary key (id, version)
);

-- The numbers, twice: one is shown, the other is there to count anew into.
create table statistics_count_a (
    scope      varchar(20) not null,
    kind       varchar(12) not null,
    on_day     integer     not null,
    item       varchar(80) not null,
    submitted  integer     not null,
    accepted   integer     not null,
    done       integer     not null,
    refused    integer     not null,
    withdrawn  integer     not null,
    terminated integer     not null,
    on_time    integer     not null,
    late       integer     not null,
    unlimited  integer     not null,
    unjudged   integer     not null,
    running    integer     not null,
    primary key (scope, kind, on_day, item)
);
create table statistics_count_b (
    scope      varchar(20) not null,
    kind       varchar(12) not null,
    on_day     integer     not null,
    item       varchar(80) not null,
    submitted  integer     not null,
    accepted   integer     not null,
    done       integer     not null,
    refused    integer     not null,
    withdrawn  integer     not null,
    terminated integer     not null,
    on_time    integer     not null,
    late       integer     not null,
    unlimited  integer     not null,
    unjudged   integer     not null,
    running    integer     not null,
    primary key (scope, kind, on_day, item)
);

-- Which numbers are shown, and who counts anew since when. Whoever changes numbers changes this row first.
create table statistics_state (
    id      integer not null primary key,
    live    varchar(1) not null,
    builder varchar(40),
    beat    bigint  not null,
    changes bigint  not null
);
insert into statistics_state (id, live, builder, beat, changes) values (1, 'a', null, 0, 0);

create table statistics_matter (
    code varchar(80)  not null primary key,
    name varchar(600) not null
);
