-- The ledger of sites. Instants are microseconds since 1970 UTC, months are year * 100 + month.

create sequence ledger_seq as bigint start with 50 increment by 50;

create table ledger_site (
    site       varchar(15) not null primary key,
    version    integer     not null,
    content    ${text}     not null,
    changed_by varchar(80) not null,
    changed_at bigint      not null
);

create table ledger_evidence (
    id          bigint        not null primary key,
    site        varchar(15)   not null,
    item        varchar(12)   not null,
    there       boolean       not null,
    seen_on     date          not null,
    inspector   varchar(60)   not null,
    note        varchar(500),
    photos      varchar(1000) not null,
    recorded_by varchar(80)   not null,
    recorded_at bigint        not null
);

create index ledger_evidence_site on ledger_evidence (site, id desc);

-- A case's row says what of it is counted, so that an entry that comes again is not counted again.
create table ledger_case (
    number  varchar(17) not null primary key,
    counted integer     not null
);

create table ledger_tally (
    site      varchar(15) not null,
    in_month  integer     not null,
    submitted bigint      not null,
    done      bigint      not null,
    primary key (site, in_month)
);

create table ledger_post (
    id         bigint       not null primary key,
    version    integer      not null,
    site       varchar(15)  not null,
    name       varchar(100) not null,
    holder     bigint,
    substitute bigint,
    active     boolean      not null
);

create index ledger_post_site on ledger_post (site, id);

create table ledger_leave (
    id          bigint      not null primary key,
    site        varchar(15) not null,
    staff       bigint      not null,
    from_at     bigint      not null,
    until_at    bigint      not null,
    urgent      boolean     not null,
    reason      varchar(200),
    cancelled   boolean     not null,
    recorded_by varchar(80) not null,
    recorded_at bigint      not null
);

create index ledger_leave_site on ledger_leave (site, until_at);

create table ledger_session (
    id          bigint       not null primary key,
    division    varchar(12)  not null,
    held_on     date         not null,
    leader      varchar(60)  not null,
    office      varchar(60)  not null,
    principal   boolean      not null,
    received    integer      not null,
    notes       varchar(2000),
    files       varchar(1000) not null,
    cancelled   boolean      not null,
    recorded_by varchar(80)  not null,
    recorded_at bigint       not null
);

create index ledger_session_division on ledger_session (division, held_on);

create table ledger_task (
    id         bigint       not null primary key,
    session_id bigint       not null references ledger_session (id),
    division   varchar(12)  not null,
    problem    varchar(500) not null,
    owner      varchar(60)  not null,
    due_on     date         not null,
    done_on    date,
    result     varchar(500)
);

create index ledger_task_division on ledger_task (division, id);

create table ledger_training (
    id          bigint       not null primary key,
    division    varchar(12)  not null,
    organiser   varchar(100) not null,
    held_on     date         not null,
    topics      varchar(200) not null,
    attended    ${text}      not null,
    people      integer      not null,
    note        varchar(500),
    files       varchar(1000) not null,
    cancelled   boolean      not null,
    recorded_by varchar(80)  not null,
    recorded_at bigint       not null
);

create index ledger_training_division on ledger_training (division, held_on);

create table ledger_village (
    division varchar(12)  not null primary key,
    version  integer      not null,
    weak     boolean      not null,
    since_on date         not null,
    reason   varchar(500) not null
);

create table ledger_support (
    id          bigint       not null primary key,
    division    varchar(12)  not null,
    kind        varchar(12)  not null,
    given_on    date         not null,
    giver       varchar(100) not null,
    what        varchar(500) not null,
    amount      decimal(14, 2),
    files       varchar(1000) not null,
    cancelled   boolean      not null,
    recorded_by varchar(80)  not null,
    recorded_at bigint       not null
);

create index ledger_support_division on ledger_support (division, id);

-- What a criterion said of a period that was over: it says the same again.
create table ledger_measure (
    site     varchar(15) not null,
    until_on date        not null,
    content  ${text}     not null,
    primary key (site, until_on)
);
