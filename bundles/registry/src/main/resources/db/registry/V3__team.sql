-- Vehicles, agents with the areas they serve, and stops of mobile points. Instants are microseconds since 1970 UTC.

create table registry_vehicle (
    code     varchar(20)  not null primary key,
    division varchar(12)  not null references registry_division (code),
    name     varchar(100) not null,
    active   boolean      not null
);

create index registry_vehicle_range on registry_vehicle (division, code);

create table registry_agent (
    account varchar(40)  not null primary key,
    kind    varchar(10)  not null,
    name    varchar(60)  not null,
    unit    varchar(100) not null,
    active  boolean      not null
);

-- With the agent's kind, so that a list of who serves a place reads this table alone.
create table registry_agent_area (
    area    varchar(12) not null references registry_division (code),
    account varchar(40) not null references registry_agent (account),
    kind    varchar(10) not null,
    primary key (area, account)
);

create table registry_stop (
    id        bigint       not null primary key,
    site      varchar(15)  not null references registry_site (code),
    place     varchar(200) not null,
    from_at   bigint       not null,
    to_at     bigint       not null,
    note      varchar(500),
    published boolean      not null,
    cancelled boolean      not null
);

create index registry_stop_time on registry_stop (from_at, id);
create index registry_stop_point on registry_stop (site, from_at, id);

create sequence registry_stop_seq as bigint start with 50 increment by 50;
