drop index accord.access_denial_standing;
alter table accord.access_denial drop column asked_by;
