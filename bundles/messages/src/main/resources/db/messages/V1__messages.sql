-- Who is told what through which channel, and what came of it. Instants are microseconds since 1970 UTC. Telephone numbers and
-- identity numbers stay with the case: a person is known here by a keyed hash.

create table messages_key (
    name   varchar(20) not null primary key,
    secret ${bytes}    not null
);

-- Whose case it is.
create table messages_party (
    number varchar(17) not null primary key,
    person varchar(64) not null
);

create index messages_party_person on messages_party (person, number desc);

-- An address that a person has bound, or, with active false, wants nothing sent to.
create table messages_binding (
    channel  varchar(40)  not null,
    address  varchar(120) not null,
    person   varchar(64),
    language varchar(2)   not null,
    active   boolean      not null,
    since    bigint       not null,
    primary key (channel, address)
);

create index messages_binding_person on messages_binding (person);

-- Consents given beforehand and not used yet: each buys one message of a template.
create table messages_consent (
    channel  varchar(40)  not null,
    address  varchar(120) not null,
    template varchar(120) not null,
    remain   integer      not null,
    primary key (channel, address, template)
);

-- Codes by which an address is bound; hash of the code, never the code.
create table messages_code (
    code       varchar(64) not null primary key,
    person     varchar(64) not null,
    expires_at bigint      not null
);

create index messages_code_expires on messages_code (expires_at);

create table messages_template (
    id       bigint        not null primary key,
    version  integer       not null,
    event    varchar(80)   not null,
    matter   varchar(80)   not null,
    channel  varchar(40)   not null,
    language varchar(2)    not null,
    code     varchar(120),
    fields   ${text}       not null,
    words    varchar(1000) not null,
    link     varchar(500),
    important boolean      not null,
    source   varchar(200)  not null,
    unique (event, matter, channel, language)
);

create sequence messages_template_seq as bigint start with 50 increment by 50;

-- A message to one person through one channel. The occasion says what it is about; one occasion is told once a channel.
create table messages_message (
    id         bigint       not null primary key,
    number     varchar(17)  not null,
    occasion   varchar(80)  not null,
    event      varchar(80)  not null,
    division   varchar(12)  not null,
    town       varchar(12)  not null,
    county     varchar(12)  not null,
    channel    varchar(40)  not null,
    address    varchar(120),
    code       varchar(120),
    content    ${text}      not null,
    state      varchar(10)  not null,
    tries      integer      not null,
    created_at bigint       not null,
    due_at     bigint       not null,
    expires_at bigint       not null,
    changed_at bigint       not null,
    reference  varchar(120),
    reason     varchar(500),
    account    varchar(40),
    unique (number, occasion, channel)
);

create index messages_message_due on messages_message (channel, state, due_at, id);
create index messages_message_expires on messages_message (state, expires_at);
create index messages_message_reference on messages_message (channel, reference);
create index messages_message_county on messages_message (county, id desc);
create index messages_message_town on messages_message (town, id desc);
create index messages_message_division on messages_message (division, id desc);
create index messages_message_county_state on messages_message (county, state, id desc);
create index messages_message_town_state on messages_message (town, state, id desc);
create sequence messages_message_seq as bigint start with 50 increment by 50;

-- How a channel does, and which node sends through it now.
create table messages_channel (
    channel    varchar(40) not null primary key,
    owner      varchar(40),
    lease_till bigint      not null,
    seen_at    bigint      not null,
    down_since bigint,
    last_error varchar(500)
);
