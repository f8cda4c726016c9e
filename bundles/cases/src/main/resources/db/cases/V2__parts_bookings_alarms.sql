-- Who has a case by name, what is booked for it, when the limit of its stage is over, and how an ended one stood.

-- A name may hold 200 characters, each of which takes two places on Derby when it lies beyond the basic plane.
alter table cases_case alter column applicant_name set data type varchar(400);
alter table cases_attachment alter column name set data type varchar(400);

-- The moment the limit is over where it ends within a day, and when the platform does the stage's OVERDUE step.
alter table cases_case add column due_at bigint;
alter table cases_case add column alarm_at bigint;
create index cases_case_alarm on cases_case (alarm_at, id);

-- How a case stood when its clock ended.
alter table cases_case add column end_due date;
alter table cases_case add column end_light varchar(12);
create index cases_case_town_end on cases_case (town, end_light, submitted_at desc, id desc);
create index cases_case_end on cases_case (end_light, submitted_at desc, id desc);

create table cases_held (
    account      varchar(60) not null,
    case_id      bigint      not null,
    submitted_at bigint      not null,
    primary key (account, case_id)
);
create index cases_held_newest on cases_held (account, submitted_at desc, case_id desc);
insert into cases_held (account, case_id, submitted_at)
    select holder, id, submitted_at from cases_case where holder is not null and status = 'OPEN';

-- Whoever books a resource changes its row first: bookings of one resource come one after another.
create table cases_resource (
    resource varchar(70) not null primary key,
    bookings bigint      not null
);

create table cases_booking (
    id         bigint      not null primary key,
    case_id    bigint      not null,
    resource   varchar(70) not null,
    taken_from bigint      not null,
    from_at    bigint      not null,
    until_at   bigint      not null,
    travel     integer     not null,
    place      varchar(400)
);
create index cases_booking_case on cases_booking (case_id, until_at);
create index cases_booking_taken on cases_booking (resource, taken_from);
create index cases_booking_resource on cases_booking (resource, from_at, id);
create index cases_booking_from on cases_booking (from_at, id);
