drop table demo_mode;
alter table consent_grant drop column paper_version, drop column paper, drop column language;
drop table protocol_reader;
alter table protocol_version drop column of_version;

-- The older schema has a place for protocols alone. Forced row security would hide the rows from an owner.
do $$
declare
  name text;
  tables constant text[] := array['review_time', 'protocol_answer', 'protocol_comment', 'protocol_sign_off',
    'protocol_block', 'protocol_version', 'protocol'];
begin
  foreach name in array tables loop
    execute format('alter table %I no force row level security', name);
  end loop;
  delete from protocol_answer where comment_id in (
    select c.id from protocol_comment c join protocol p on p.id = c.protocol_id where p.kind <> 'protocol' or p.language <> 'en'
  );
  foreach name in array array['review_time', 'protocol_comment', 'protocol_sign_off', 'protocol_block', 'protocol_version'] loop
    execute format(
      'delete from %I where protocol_id in (select id from protocol where kind <> ''protocol'' or language <> ''en'')', name
    );
  end loop;
  delete from protocol where language <> 'en';
  delete from protocol where kind <> 'protocol';
  foreach name in array tables loop
    execute format('alter table %I force row level security', name);
  end loop;
end $$;
alter table protocol drop column translates, drop column language, drop column kind;
