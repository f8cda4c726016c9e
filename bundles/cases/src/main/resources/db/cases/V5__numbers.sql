-- Case numbers set apart for accounts that take cases without a network.

create table cases_number (
    id          bigint      not null primary key,
    number      varchar(17) not null,
    account     varchar(60) not null,
    division    varchar(12) not null,
    reserved_at bigint      not null,
    state       varchar(12) not null,
    settled_at  bigint,
    reason      varchar(1000)
);
create index cases_number_newest on cases_number (state, id desc);
create index cases_number_account on cases_number (account, state, reserved_at);
