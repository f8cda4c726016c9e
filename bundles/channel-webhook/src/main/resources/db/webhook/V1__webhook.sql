-- Subscriptions, and what was last sent to each. Instants are microseconds since 1970 UTC.

-- Few rows: how many there may be is configured (50). Lists walk the primary key. The position of each in the journal is
-- core's, under the listener webhook-<id>.
create table webhook_subscription (
    id            bigint        not null primary key,
    version       integer       not null,
    state         varchar(10)   not null,
    name          varchar(100)  not null,
    url           varchar(500)  not null,
    kinds         varchar(300)  not null,
    modes         varchar(900)  not null,
    matters       varchar(5000) not null,
    division      varchar(12)   not null,
    format        varchar(12)   not null,
    secret        varchar(100)  not null,
    secret_before varchar(100),
    before_until  bigint,
    account       varchar(40)   not null,
    made_at       bigint        not null,
    changed_at    bigint        not null
);

create sequence webhook_subscription_seq as bigint start with 1 increment by 1;

-- The last attempts of each subscription; older ones are deleted with every write.
create table webhook_attempt (
    id           bigint       not null primary key,
    subscription bigint       not null,
    event        varchar(60)  not null,
    type         varchar(60)  not null,
    state        varchar(10)  not null,
    status       integer      not null,
    tries        integer      not null,
    millis       bigint       not null,
    tried_at     bigint       not null,
    why_zh       varchar(500),
    why_en       varchar(500)
);

create index webhook_attempt_last on webhook_attempt (subscription, tried_at desc, id desc);
create sequence webhook_attempt_seq as bigint start with 50 increment by 50;
