-- Rule documents in every version that was published; their files are kept with the attachments. Microseconds since 1970 UTC.

create table matters_document (
    division     varchar(12)  not null,
    code         varchar(40)  not null,
    version      integer      not null,
    newest       boolean      not null,
    in_force     boolean      not null,
    title        varchar(200) not null,
    number       varchar(100),
    issuer       varchar(100) not null,
    about        varchar(40)  not null,
    source       varchar(200) not null,
    sample       boolean      not null,
    attachment   varchar(80)  not null,
    file_name    varchar(255) not null,
    file_size    bigint       not null,
    file_hash    varchar(64)  not null,
    published_at bigint       not null,
    published_by varchar(80)  not null,
    withdrawn_at bigint,
    withdrawn_by varchar(80),
    primary key (division, code, version)
);

create index matters_document_in_force on matters_document (division, in_force, code);
