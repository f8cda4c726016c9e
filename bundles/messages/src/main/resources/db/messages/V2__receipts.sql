-- What a channel said of a message whose reference is not written down yet: there may never be one.
create table messages_receipt (
    channel   varchar(40)  not null,
    reference varchar(120) not null,
    arrived   boolean      not null,
    reason    varchar(500),
    kept_at   bigint       not null,
    primary key (channel, reference)
);

create index messages_receipt_kept on messages_receipt (kept_at desc);
