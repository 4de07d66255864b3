drop table accord.policy_bundle;
alter table accord.consent_grant drop column opens;
delete from accord.consent_signature where capacity <> 'young_person' or withdrawn_at is not null;
drop index accord.consent_signature_standing;
alter table accord.consent_signature drop constraint consent_signature_pkey;
alter table accord.consent_signature drop constraint consent_signature_capacity_check;
alter table accord.consent_signature drop column authority_id, drop column initialled, drop column withdrawn_at;
alter table accord.consent_signature
  add constraint consent_signature_capacity_check check (capacity in ('young_person')),
  add primary key (grant_id, capacity);
drop table accord.authority, accord.young_fact;
alter table accord.agency drop column state, drop column covered_entity, drop column part2_program,
  drop column victim_funding, drop column youth_shelter, drop column education_agency, drop column tribal;
