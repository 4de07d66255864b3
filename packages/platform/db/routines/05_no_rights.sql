-- Every right goes before the routines give theirs: what a file no longer grants is gone.
revoke all on all tables in schema accord from public, accord_runtime, accord_floor, accord_listen;
