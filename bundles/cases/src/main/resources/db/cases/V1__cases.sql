-- Cases, their journal, and how far its delivery has come. Instants are microseconds since 1970 UTC.
-- Lists are newest first, and Derby sorts unless the index itself is descending.

create table cases_case (
    id              bigint       not null primary key,
    number          varchar(17)  not null,
    version         integer      not null,
    mode            varchar(40)  not null,
    workflow        integer      not null,
    matter          varchar(80)  not null,
    matter_name     varchar(300) not null,
    guide           integer      not null,
    at_once         boolean      not null,
    limit_days      integer,
    site            varchar(20)  not null,
    division        varchar(12)  not null,
    town            varchar(12)  not null,
    applicant_kind  varchar(12)  not null,
    applicant_name  varchar(200) not null,
    applicant_id    varchar(18)  not null,
    applicant_phone varchar(24)  not null,
    stage           varchar(40)  not null,
    status          varchar(12)  not null,
    holder          varchar(60),
    first_asked     varchar(60),
    submitted_at    bigint       not null,
    changed_at      bigint       not null,
    due_on          date,
    head            ${bytes}     not null,
    data            ${text}      not null
);

create index cases_case_newest on cases_case (submitted_at desc, id desc);
create index cases_case_town on cases_case (town, submitted_at desc, id desc);
create index cases_case_site on cases_case (site, submitted_at desc, id desc);
create index cases_case_person on cases_case (applicant_id, submitted_at desc, id desc);
create index cases_case_town_stage on cases_case (town, stage, submitted_at desc, id desc);
create index cases_case_stage on cases_case (stage, submitted_at desc, id desc);
create index cases_case_mode on cases_case (mode, submitted_at desc, id desc);
create index cases_case_town_due on cases_case (town, due_on, id);
create index cases_case_due on cases_case (due_on, id);

create table cases_journal (
    id         bigint      not null primary key,
    case_id    bigint      not null,
    seq        integer     not null,
    done_at    bigint      not null,
    kind       varchar(20) not null,
    action     varchar(40) not null,
    from_stage varchar(40),
    to_stage   varchar(40) not null,
    account    varchar(60) not null,
    actor      varchar(80) not null,
    channel    varchar(20) not null,
    shown      boolean     not null,
    detail     ${text}     not null,
    hash       ${bytes}    not null,
    idem       varchar(150),
    request    ${bytes},
    constraint cases_journal_place unique (case_id, seq),
    constraint cases_journal_idem unique (idem)
);

create table cases_workflow (
    mode    varchar(40) not null,
    version integer     not null,
    content ${text}     not null,
    primary key (mode, version)
);

create table cases_block (
    name varchar(20) not null primary key,
    upto bigint      not null
);
insert into cases_block (name, upto) values ('case', 1);

create table cases_position (
    listener varchar(80) not null,
    lane     integer     not null,
    position bigint      not null,
    primary key (listener, lane)
);

create table cases_parked (
    listener varchar(80)   not null,
    entry    bigint        not null,
    case_id  bigint        not null,
    error    varchar(500)  not null,
    primary key (listener, entry)
);
create index cases_parked_case on cases_parked (listener, case_id);

create table cases_attachment (
    id        varchar(32)  not null primary key,
    case_id   bigint,
    name      varchar(200) not null,
    type      varchar(120) not null,
    size      bigint       not null,
    hash      ${bytes}     not null,
    stored_at bigint       not null,
    stored_by varchar(60)  not null
);
create index cases_attachment_unused on cases_attachment (case_id, stored_at);
