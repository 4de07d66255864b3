-- Every right goes before the routines give theirs: what a file no longer grants is gone.
revoke all on all tables in schema accord from public, accord_runtime, accord_floor, accord_listen, accord_advisor;
-- So are the policies: one that was renamed or taken out of its file would go on letting rows through.
do $$
declare p record;
begin
  for p in select policyname, tablename from pg_policies where schemaname = 'accord' loop
    execute format('drop policy %I on accord.%I', p.policyname, p.tablename);
  end loop;
end $$;
