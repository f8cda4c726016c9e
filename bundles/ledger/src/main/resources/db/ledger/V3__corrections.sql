-- Sessions and trainings can be corrected; what they said before is kept, with who changed it and when.

alter table ledger_session add column version integer default 1 not null;
alter table ledger_training add column version integer default 1 not null;

create table ledger_correction (
    kind         varchar(10)  not null,
    record_id    bigint       not null,
    version      integer      not null,
    changed_by   varchar(80)  not null,
    changed_name varchar(100) not null,
    changed_at   bigint       not null,
    content      ${text}      not null,
    primary key (kind, record_id, version)
);
