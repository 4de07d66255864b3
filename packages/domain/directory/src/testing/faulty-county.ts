const withCrlf = (lines: readonly string[]) => lines.join('\r\n');

/**
 * The made-up county as it might be published: a byte order mark, CRLF, empty columns at the end, and the kinds of
 * faults that real directories have. `FAULTS` tells each one.
 */
export const FAULTY_COUNTY: Record<string, string> = {
  'organizations.csv': `\ufeff${withCrlf([
    'id,name,alternate_name,description,email,url,,',
    'porch,The Rainbow Porch,,"A community center by and for',
    'LGBTQ+ young people.",porch at example,https://rainbowporch.example.org/,,',
    'clinic,"Open Door ""Teen"" Health",,,,javascript:alert(1),,',
    ',Nobody in Particular,,,,,,',
    'porch,The Porch Again,,,,,,',
    ',,,,,,,',
    '',
    'food,Table and Road,,,,,,',
  ])}`,
  'services.csv': withCrlf([
    'id,organization_id,name,description,url,email,status,application_process,fees',
    '1,porch,Porch drop-in,Dinner and games.,,,active,"Call',
    '',
    '   Walk-inNo appointment needed.",Free,,,',
    ',clinic,,,,,,"",',
    '2,clinic,Teen health clinic,"Check-ups, dental care.",,,,,',
    '3,elsewhere,Mentors of the valley,A mentor for each.,,,,,',
    '4,clinic,Say "hello" group,A quote in the middle.,,,,,',
    '5,food,Alder food pantry,Groceries, and warm meals.,,,,,,,,more',
    '6,food,"Rides to appointments,never closed,,,,,',
    '7,food,Warm meals,,,,sometimes,,Free',
    '8,elsewhere,Summer camp,,,,,,',
  ]),
  'locations.csv': withCrlf([
    'id,organization_id,name,latitude,longitude',
    'porch-house,porch,The Porch,100,20',
    'lost,nowhere,Somebody’s office,,',
    'valley,elsewhere,Circle house,,',
  ]),
  'phones.csv': withCrlf([
    'id,service_id,location_id,organization_id,number,extension',
    ',,,porch,(555) 555-0140,',
    ',1,,,555.555.0141 ext. 3,',
    ',2,,,no phone,',
    ',,porch-house,,,',
    ',99,,,(555) 555-0199,',
    ',,,,(555) 555-0198,',
    ',5,,,(555) 555-0197,',
  ]),
  'postal_addresses.csv': withCrlf([
    'location_id,organization_id,address_1,city,state_province,postal_code',
    ',porch,40 Orchard RoadSuite 6Alder Falls,,IL,00000',
    ',clinic,7 Station Road,Alder Junction,IL,00000',
  ]),
  'regular_schedules.csv': withCrlf([
    'service_id,location_id,weekday,opens_at,closes_at',
    ',porch-house,Monday,9:00,17:00',
    ',porch-house,tue,9:30 am,5 pm',
    ',porch-house,Wednesday,10:00,4:00',
    ',porch-house,Thursday,20:00,8:00',
    ',porch-house,Someday,9:00,17:00',
    ',porch-house,Friday,9:00,',
    ',porch-house,Sunday,,',
    ',gone,Monday,9:00,17:00',
    ',porch-house,Saturday,10:00,25:00',
  ]),
};

/** Each fault of the faulty county as `file:line column`, with `kept` when the row is taken all the same. */
export const FAULTS = [
  'organizations.csv:2 email kept',
  'organizations.csv:4 url kept',
  'organizations.csv:5 id',
  'organizations.csv:6 id',
  'services.csv:5 id',
  'services.csv:7 organization_id kept',
  'services.csv:8 -',
  'services.csv:9 -',
  'services.csv:10 -',
  'services.csv:11 status kept',
  'services.csv:12 organization_id kept',
  'locations.csv:2 latitude kept',
  'locations.csv:3 organization_id kept',
  'phones.csv:4 number',
  'phones.csv:5 number',
  'phones.csv:6 service_id',
  'phones.csv:7 service_id or location_id or organization_id',
  'phones.csv:8 service_id',
  'postal_addresses.csv:2 address_1 kept',
  'regular_schedules.csv:4 closes_at',
  'regular_schedules.csv:6 weekday',
  'regular_schedules.csv:7 closes_at',
  'regular_schedules.csv:9 location_id',
  'regular_schedules.csv:10 closes_at',
] as const;
