-- Takes every routine away, so that the tables under them can go: first on the way down.
do $$
declare x record;
begin
  for x in select policyname, tablename from pg_policies where schemaname = 'accord' loop
    execute format('drop policy %I on accord.%I', x.policyname, x.tablename);
  end loop;
  for x in select t.tgname, c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where c.relnamespace = 'accord'::regnamespace and not t.tgisinternal
  loop
    execute format('drop trigger %I on accord.%I', x.tgname, x.relname);
  end loop;
  for x in select p.oid::regprocedure as signature from pg_proc p where p.pronamespace = 'accord'::regnamespace loop
    execute format('drop function %s cascade', x.signature);
  end loop;
end $$;
