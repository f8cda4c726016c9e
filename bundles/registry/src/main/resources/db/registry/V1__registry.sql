-- Divisions, sites, windows and staff. Codes are the keys: names repeat.

create table registry_division (
    code   varchar(12)  not null primary key,
    name   varchar(100) not null,
    parent varchar(12)
);

create index registry_division_parent on registry_division (parent, code);

-- A site's code starts with its division's, so that a subtree is a range of codes.
create table registry_site (
    code     varchar(15)  not null primary key,
    division varchar(12)  not null references registry_division (code),
    kind     varchar(10)  not null,
    name     varchar(100) not null,
    address  varchar(200),
    phone    varchar(40),
    sample   boolean      not null
);

create index registry_site_kind on registry_site (kind, code);

create table registry_window (
    site   varchar(15)  not null references registry_site (code),
    number integer      not null,
    name   varchar(100) not null,
    primary key (site, number)
);

create table registry_staff (
    id            bigint      not null primary key,
    site          varchar(15) not null references registry_site (code),
    name          varchar(60) not null,
    post          varchar(60) not null,
    account       varchar(40),
    window_number integer
);

create index registry_staff_site on registry_staff (site, id);

create sequence registry_staff_seq as bigint start with 50 increment by 50;
