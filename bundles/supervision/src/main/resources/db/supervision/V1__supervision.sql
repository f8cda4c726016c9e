-- Inspections, notices, complaints, late cases, plan, meetings, accountability. Instants are microseconds since 1970 UTC.
-- Every list goes newest first below a county, a town or a village: one descending index for each.

create sequence supervision_seq as bigint start with 50 increment by 50;

create table supervision_inspection (
    id           bigint        not null primary key,
    division     varchar(12)   not null,
    town         varchar(12)   not null,
    county       varchar(12)   not null,
    kind         varchar(10)   not null,
    site         varchar(15),
    visited_on   date          not null,
    inspectors   varchar(500)  not null,
    departments  varchar(500)  not null,
    by_division  varchar(12)   not null,
    by_account   varchar(60)   not null,
    by_name      varchar(100)  not null,
    opened_at    bigint        not null,
    concluded_at bigint,
    summary      varchar(2000)
);

create index supervision_inspection_county on supervision_inspection (county, id desc);
create index supervision_inspection_town on supervision_inspection (town, id desc);
create index supervision_inspection_div on supervision_inspection (division, id desc);

create table supervision_finding (
    id         bigint        not null primary key,
    inspection bigint        not null,
    cause      varchar(10)   not null,
    text       varchar(2000) not null,
    evidence   varchar(1000) not null,
    noted_at bigint        not null
);

create index supervision_finding_inspection on supervision_finding (inspection, id);

create table supervision_notice (
    id          bigint        not null primary key,
    division    varchar(12)   not null,
    town        varchar(12)   not null,
    county      varchar(12)   not null,
    kind        varchar(15)   not null,
    state       varchar(10)   not null,
    version     integer       not null,
    site        varchar(15),
    unit        varchar(100),
    responsible varchar(60),
    cause       varchar(10)   not null,
    text        varchar(2000) not null,
    reference   varchar(100),
    origin      varchar(80),
    issued_on   date          not null,
    due_on      date,
    late_on     date,
    escalated_due date,
    answered_on date,
    closed_on   date,
    issuer      varchar(60)   not null,
    issuer_name varchar(100)  not null,
    by_division varchar(12)   not null
);

create index supervision_notice_county on supervision_notice (county, id desc);
create index supervision_notice_town on supervision_notice (town, id desc);
create index supervision_notice_div on supervision_notice (division, id desc);
-- What the clock looks for, and what is counted for the stars.
create index supervision_notice_due on supervision_notice (state, due_on);
create index supervision_notice_star on supervision_notice (division, issued_on);

create table supervision_notice_entry (
    id       bigint        not null primary key,
    notice   bigint        not null,
    seq      integer       not null,
    done_at bigint        not null,
    kind     varchar(10)   not null,
    account  varchar(60)   not null,
    actor    varchar(100)  not null,
    division varchar(12)   not null,
    text     varchar(2000),
    evidence varchar(1000) not null,
    due_on   date,
    unique (notice, seq)
);

create table supervision_complaint (
    id         bigint        not null primary key,
    division   varchar(12)   not null,
    town       varchar(12)   not null,
    county     varchar(12)   not null,
    kind       varchar(10)   not null,
    state      varchar(10)   not null,
    site       varchar(15),
    text       varchar(2000) not null,
    name       varchar(60),
    phone      varchar(40),
    code       varchar(64)   not null,
    filed_at   bigint        not null,
    filed_on   date          not null,
    due_on     date,
    late       boolean       not null,
    handler    varchar(60),
    outcome    varchar(12),
    answer     varchar(2000),
    closed_on  date
);

create index supervision_complaint_county on supervision_complaint (county, id desc);
create index supervision_complaint_town on supervision_complaint (town, id desc);
create index supervision_complaint_div on supervision_complaint (division, id desc);
create index supervision_complaint_due on supervision_complaint (state, due_on);

create table supervision_late_case (
    id          bigint       not null primary key,
    division    varchar(12)  not null,
    town        varchar(12)  not null,
    county      varchar(12)  not null,
    case_number varchar(40)  not null,
    seq         integer      not null,
    matter      varchar(500) not null,
    stage       varchar(200) not null,
    escalated_at bigint      not null,
    moved_at    bigint,
    notice      bigint,
    unique (case_number, seq)
);

create index supervision_late_case_county on supervision_late_case (county, id desc);
create index supervision_late_case_town on supervision_late_case (town, id desc);
create index supervision_late_case_div on supervision_late_case (division, id desc);

create table supervision_task (
    id       bigint        not null primary key,
    division varchar(12)   not null,
    town     varchar(12)   not null,
    county   varchar(12)   not null,
    code     varchar(40)   not null,
    title    varchar(100)  not null,
    text     varchar(2000) not null,
    owners   varchar(500)  not null,
    deadline varchar(60),
    due_on   date,
    source   varchar(200)  not null,
    own      boolean       not null,
    per_town boolean       not null,
    meeting  bigint,
    unique (division, code)
);

create index supervision_task_meeting on supervision_task (meeting, id);

create table supervision_report (
    id       bigint        not null primary key,
    division varchar(12)   not null,
    town     varchar(12)   not null,
    county   varchar(12)   not null,
    task     bigint        not null,
    state    varchar(10)   not null,
    note     varchar(2000),
    evidence varchar(1000) not null,
    account  varchar(60)   not null,
    actor    varchar(100)  not null,
    reported_at bigint        not null
);

create index supervision_report_division on supervision_report (division, task, id);

create table supervision_meeting (
    id       bigint        not null primary key,
    division varchar(12)   not null,
    town     varchar(12)   not null,
    county   varchar(12)   not null,
    held_on  date          not null,
    chair    varchar(100)  not null,
    topic    varchar(500)  not null,
    minutes  varchar(4000),
    evidence varchar(1000) not null,
    account  varchar(60)   not null
);

create index supervision_meeting_county on supervision_meeting (county, id desc);
create index supervision_meeting_town on supervision_meeting (town, id desc);
create index supervision_meeting_div on supervision_meeting (division, id desc);

create table supervision_accountability (
    id         bigint        not null primary key,
    division   varchar(12)   not null,
    town       varchar(12)   not null,
    county     varchar(12)   not null,
    person     varchar(100)  not null,
    account    varchar(60),
    cause      varchar(10)   not null,
    measure    varchar(200)  not null,
    authority  varchar(100)  not null,
    reference  varchar(100),
    decided_on date          not null,
    notice     bigint,
    text       varchar(2000),
    by_account varchar(60)   not null,
    by_name    varchar(100)  not null,
    revoked_on date,
    revoked_why varchar(500)
);

create index supervision_account_county on supervision_accountability (county, id desc);
create index supervision_account_town on supervision_accountability (town, id desc);
create index supervision_account_div on supervision_accountability (division, id desc);
