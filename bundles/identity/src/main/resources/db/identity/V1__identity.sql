-- Accounts, the key that signs tokens, and what was changed about accounts by whom.
create table identity_account (
    login      varchar(40)  not null primary key,
    name       varchar(80)  not null,
    roles      varchar(400) not null,
    division   varchar(12)  not null,
    active     boolean      not null,
    password   varchar(200) not null,
    generation integer      not null
);
create index identity_account_division on identity_account (division, login);

create table identity_key (
    name   varchar(20) not null primary key,
    secret ${bytes}    not null
);

create table identity_audit (
    id      varchar(36)   not null primary key,
    done_at bigint        not null,
    actor   varchar(60)   not null,
    login   varchar(40)   not null,
    what    varchar(1000) not null
);
create index identity_audit_login on identity_audit (login, done_at desc);
