alter table accord.consent_revocation drop column came_by;
