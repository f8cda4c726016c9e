-- What has no last day yet, since a year's calendar was not there, is found by it.

create index evaluation_rectification_due on evaluation_rectification (due_on, id);
