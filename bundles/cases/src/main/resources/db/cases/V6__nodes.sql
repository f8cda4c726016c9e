-- The nodes that share the database, so that what a node wrote and did not deliver is delivered by another.

create table cases_node (
    node   integer not null primary key,
    beat   bigint  not null,
    keeper integer
);
