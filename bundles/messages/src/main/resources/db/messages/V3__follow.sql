-- From when on a message that was refused or failed is told another way; null once that is done, and where nothing is to follow. What
-- was there before is not taken up. Few rows have it at any moment: the index alone says which.
alter table messages_message add column follow_at bigint;

create index messages_message_follow on messages_message (follow_at, id);
