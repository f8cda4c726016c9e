-- Where guides are published outside the platform. Whether the guide is still in force is written by who changes the
-- guide, in the same transaction, so that nobody compares two tables to find what is outdated. Microseconds since 1970 UTC.

create table matters_posting (
    matter    varchar(80)  not null,
    channel   varchar(40)  not null,
    version   integer      not null,
    outdated  boolean      not null,
    reference varchar(500) not null,
    posted_at bigint       not null,
    posted_by varchar(60)  not null,
    primary key (matter, channel)
);

create index matters_posting_channel on matters_posting (channel, matter);
create index matters_posting_outdated on matters_posting (channel, outdated, matter);
