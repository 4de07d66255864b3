-- Forced row security would hide the rows from an owner.
alter table effective_access no force row level security;
alter table past_fact no force row level security;
-- One row for each basis, which ends with the first agreement.
delete from effective_access where part > 0;
delete from past_fact where about = 'effective_access' and key !~ '/0$';
update past_fact set key = regexp_replace(key, '/0$', '') where about = 'effective_access';
alter table effective_access force row level security;
alter table past_fact force row level security;
alter table effective_access drop constraint effective_access_pkey;
alter table effective_access drop column part;
alter table effective_access add primary key (case_id, grantee_id, purpose, owner_agency, basis_id);
alter table consent_grant drop column lawful_to;
drop table agreement;
