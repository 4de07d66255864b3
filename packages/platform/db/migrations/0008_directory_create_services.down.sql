drop table
  directory_regular_schedule,
  directory_postal_address,
  directory_phone,
  directory_location,
  directory_service,
  directory_organization;
