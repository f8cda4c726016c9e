-- What a node set due dates by last: where that is another now, they are set anew.

alter table cases_node add column basis varchar(64);
