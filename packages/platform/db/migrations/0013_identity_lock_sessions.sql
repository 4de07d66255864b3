-- A session is locked from `locks_at` on: left alone for so long, or by hand. It opens nothing until its person has
-- shown who they are again. 'infinity': the app of a young person covers itself and has no lock.
-- Sessions of before have no such instant: whoever is signed in signs in once more.
truncate session;
alter table session add column locks_at timestamptz not null default 'infinity';
