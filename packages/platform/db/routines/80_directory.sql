-- The directory is public: whoever may speak to the database reads it. It is written by the import alone, which
-- runs as the system actor of the job `directory`; a member of staff changes nothing here, by design of the floor.

do $$
declare
  entity text;
  deed text;
begin
  foreach entity in array array[
    'directory_organization', 'directory_service', 'directory_location',
    'directory_phone', 'directory_postal_address', 'directory_regular_schedule'
  ] loop
    execute format('alter table accord.%I enable row level security', entity);
    execute format('alter table accord.%I force row level security', entity);
    foreach deed in array array['read', 'insert', 'update', 'delete'] loop
      execute format('drop policy if exists %I on accord.%I', entity || '_' || deed, entity);
    end loop;
    execute format('create policy %I on accord.%I for select to accord_runtime using (true)',
      entity || '_read', entity);
    execute format('create policy %I on accord.%I for insert to accord_runtime
      with check ((select accord.actor_job()) = ''directory'')', entity || '_insert', entity);
  end loop;

  -- What a referral may point at is changed and never deleted; rows without ids are deleted and never changed.
  foreach entity in array array['directory_organization', 'directory_service', 'directory_location'] loop
    execute format('create policy %I on accord.%I for update to accord_runtime
      using ((select accord.actor_job()) = ''directory'')
      with check ((select accord.actor_job()) = ''directory'')', entity || '_update', entity);
  end loop;
  foreach entity in array array[
    'directory_location', 'directory_phone', 'directory_postal_address', 'directory_regular_schedule'
  ] loop
    execute format('create policy %I on accord.%I for delete to accord_runtime
      using ((select accord.actor_job()) = ''directory'')', entity || '_delete', entity);
  end loop;
end
$$;

grant select on
  accord.directory_organization, accord.directory_service, accord.directory_location,
  accord.directory_phone, accord.directory_postal_address, accord.directory_regular_schedule
  to accord_runtime;

grant insert (id, source, source_id, name, alternate_name, description, email, url, placeholder, withdrawn_at, digest),
  update (name, alternate_name, description, email, url, placeholder, withdrawn_at, digest)
  on accord.directory_organization to accord_runtime;

grant insert (id, source, source_id, organization_id, name, alternate_name, description, url, email, status,
    interpretation_services, application_process, wait_time, fees, accreditations, licenses, withdrawn_at, digest),
  update (organization_id, name, alternate_name, description, url, email, status,
    interpretation_services, application_process, wait_time, fees, accreditations, licenses, withdrawn_at, digest,
    words)
  on accord.directory_service to accord_runtime;

grant insert (id, source, source_id, organization_id, name, alternate_name, description, transportation,
    latitude, longitude, digest),
  update (organization_id, name, alternate_name, description, transportation, latitude, longitude, digest),
  delete
  on accord.directory_location to accord_runtime;

grant insert (id, source, service_id, location_id, organization_id, position, number, extension, type, language,
    description, digest),
  delete
  on accord.directory_phone to accord_runtime;

grant insert (id, source, location_id, organization_id, position, attention, address_1, city, region,
    state_province, postal_code, country, run_together, digest),
  delete
  on accord.directory_postal_address to accord_runtime;

grant insert (id, source, service_id, location_id, position, weekday, opens_at, closes_at, digest),
  delete
  on accord.directory_regular_schedule to accord_runtime;
