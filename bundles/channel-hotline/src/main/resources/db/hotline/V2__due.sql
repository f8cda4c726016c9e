-- What has no last day yet, since a year's calendar was not there, is found by it.

create index hotline_order_due on hotline_order (due_on, id);
