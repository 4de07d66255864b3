-- Texts that people sign or are handed, beside protocols: kept, reviewed and published the same way.

-- A text is written in English; in another language it is a translation of one.
alter table protocol
  add column kind text not null default 'protocol' check (kind in ('protocol', 'permission', 'notice')),
  add column language text not null default 'en' check (language in ('en', 'es')),
  add column translates uuid references protocol,
  add check ((language = 'en') = (translates is null));
create unique index protocol_one_permission_text on protocol (agency_id, language) where kind = 'permission';
create unique index protocol_one_translation on protocol (translates, language);

-- Which version of the original a version of a translation says in the other language.
alter table protocol_version add column of_version integer check (of_version > 0);

-- Who read a version of a translation, by name and by what they are: a person who knows both languages.
create table protocol_reader (
  protocol_id uuid not null,
  version integer not null,
  name text not null check (length(name) between 1 and 80),
  capacity text not null check (length(capacity) between 1 and 80),
  named_by uuid not null references staff,
  named_at timestamptz not null default now(),
  primary key (protocol_id, version),
  foreign key (protocol_id, version) references protocol_version
);

-- The text that a permission's paper is made of. The floor chooses it (53_papers.sql), and it never changes.
alter table consent_grant
  add column language text not null default 'en' check (language in ('en', 'es')),
  add column paper uuid,
  add column paper_version integer,
  add check ((paper is null) = (paper_version is null)),
  add foreign key (paper, paper_version) references protocol_version;

-- One row where the people of this database are made up: whoever loads the demo writes it, and nobody else can.
create table demo_mode (
  is_on boolean primary key check (is_on)
);
