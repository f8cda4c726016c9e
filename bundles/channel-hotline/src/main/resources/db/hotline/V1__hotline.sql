-- Work orders of 12345, what was done about each, and what the centre is still to be told. Instants are microseconds since
-- 1970 UTC. Orders have county and town beside their division, so that a list newest first reads one range of an index.

create table hotline_order (
    id            bigint        not null primary key,
    number        varchar(60)   not null unique,
    version       integer       not null,
    kind          varchar(12)   not null,
    state         varchar(12)   not null,
    via           varchar(10)   not null,
    words         varchar(4000) not null,
    caller_name   varchar(60),
    caller_phone  varchar(40),
    division      varchar(12)   not null,
    town          varchar(12)   not null,
    county        varchar(12)   not null,
    site          varchar(15),
    matter        varchar(80),
    case_number   varchar(17),
    service_mode  varchar(40),
    wished_at     bigint,
    address       varchar(200),
    lat           double precision,
    lng           double precision,
    media         varchar(500),
    created_by    varchar(60)   not null,
    request_hash  varchar(64)   not null,
    received_at   bigint        not null,
    changed_at    bigint        not null,
    limit_days    integer,
    limit_source  varchar(200)  not null,
    due_on        date,
    late_from     date,
    extended_days integer       not null,
    assignee      varchar(40),
    answer        varchar(2000),
    calls         integer       not null,
    case_by       varchar(40),
    case_name     varchar(100)
);

create index hotline_order_county on hotline_order (county, id desc);
create index hotline_order_town on hotline_order (town, id desc);
create index hotline_order_division on hotline_order (division, id desc);
create index hotline_order_assignee on hotline_order (assignee, id desc);
create index hotline_order_creator on hotline_order (created_by, id desc);
create index hotline_order_late on hotline_order (late_from, id);
create index hotline_order_via on hotline_order (via, received_at desc);
create sequence hotline_order_seq as bigint start with 50 increment by 50;

create table hotline_step (
    order_id bigint       not null,
    seq      integer      not null,
    done_at  bigint       not null,
    account  varchar(60)  not null,
    name     varchar(100) not null,
    action   varchar(20)  not null,
    words    varchar(2000),
    primary key (order_id, seq)
);

-- Steps that the centre is to be told, in the order they were done.
create table hotline_out (
    order_id bigint       not null,
    seq      integer      not null,
    done_at  bigint       not null,
    state    varchar(8)   not null,
    reason   varchar(200),
    sent_at  bigint,
    primary key (order_id, seq)
);

create index hotline_out_waiting on hotline_out (state, done_at, order_id, seq);

-- Of several nodes one tells the centre at a time.
create table hotline_lease (
    name        varchar(20) not null primary key,
    node        varchar(60) not null,
    valid_until bigint      not null
);

insert into hotline_lease (name, node, valid_until) values ('out', '-', 0);
