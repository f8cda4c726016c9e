-- Derby reads an index forwards only: lists that show the newest first need their own.

create index province_record_newest on province_record (id desc);
create index province_record_state_newest on province_record (state, id desc);
