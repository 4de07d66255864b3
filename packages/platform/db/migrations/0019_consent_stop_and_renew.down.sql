alter table accord.consent_grant drop column said_no_at, drop column replaced_by;
alter table accord.consent_revocation drop column came_by;
