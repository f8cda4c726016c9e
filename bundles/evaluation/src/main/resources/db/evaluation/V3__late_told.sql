-- The day on which people were told that a rectification is late; once.
alter table evaluation_rectification add told_on date;
