-- Parts of a message that went out in several, each with a receipt of its own. They go away once it is known what became of the whole.
create table messages_part (
    message   bigint       not null,
    reference varchar(120) not null,
    channel   varchar(40)  not null,
    arrived   boolean      not null,
    primary key (message, reference)
);

create index messages_part_reference on messages_part (channel, reference);
