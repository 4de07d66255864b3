/** A made-up county for the demo and the tests, as HSDS tables. Nobody here exists; 555-01xx numbers never ring. */
export const ALDER_COUNTY: Record<string, string> = {
  'organizations.csv': `id,name,description,email,url
alder-house,Alder House,"A home base for young people: a place to stay, and people who help with what comes next.",hello@alderhouse.example.org,https://alderhouse.example.org/
riverside-learning,Riverside Learning Center,School and job training at each person's own pace.,info@riversidelearning.example.org,https://riversidelearning.example.org/
two-rivers,Two Rivers Youth Circle,A circle of elders and young people of the tribal nations of the valley.,circle@tworivers.example.org,https://tworivers.example.org/
open-door,Open Door Health,"A community clinic for body and mind, with a teen hour every weekday.",desk@opendoor.example.org,https://opendoor.example.org/
rainbow-porch,The Rainbow Porch,A community center by and for LGBTQ+ young people.,porch@rainbowporch.example.org,https://rainbowporch.example.org/
county-law,Alder County Legal Aid,Free lawyers for young people and families.,intake@alderlegal.example.org,https://alderlegal.example.org/
welcome-bridge,Welcome Bridge,Help for families who are new to the country.,office@welcomebridge.example.org,https://welcomebridge.example.org/
table-and-road,Table and Road,"Food, bus passes and rides across Alder County.",kitchen@tableandroad.example.org,https://tableandroad.example.org/
harbor-house,Harbor House Youth Shelter,"A calm house by the river, with someone awake all night.",intake@harborhouse.example.org,https://harborhouse.example.org/
`,
  'services.csv': `id,organization_id,name,description,url,email,status,application_process,fees
1,alder-house,Alder House short stay,"A room of your own for up to 60 days, for ages 16 to 21. All genders are welcome.",https://alderhouse.example.org/stay,,active,"Call at any hour. A worker meets you where you are.",Free
2,alder-house,Young men's house,"A shared home for boys and young men, ages 14 to 20, with house parents.",https://alderhouse.example.org/young-men,,active,"Call, or ask your worker to call with you.",Free
3,alder-house,First keys,"Help to find a first apartment and to keep it: deposit, furniture, a check-in each week.",,,active,Apply with a worker.,Free
4,riverside-learning,Finish school your way,"High school credits in small steps, with quiet rooms and evening classes.",https://riversidelearning.example.org/school,,active,Walk in and say hello.,Free
5,riverside-learning,Culinary arts training,Twelve weeks in a real kitchen. You leave with a food handler's card and a reference.,https://riversidelearning.example.org/kitchen,,active,Three intakes a year. Leave your name at the desk.,Free
6,riverside-learning,Paid trades apprenticeship,"Carpentry, electrical work and welding, with pay from the first day.",,,active,Ages 16 and up. Apply with a teacher or a worker.,Free
7,two-rivers,Mentors of the valley,"A mentor from your own nation or from another, for tribal youth ages 12 to 21. Language, crafts and a summer camp.",https://tworivers.example.org/mentors,,active,Call the circle. You choose your mentor.,Free
8,two-rivers,Big sibling match,One adult who shows up every week. Boys and men wait less here than elsewhere.,,,active,Call the circle.,Free
9,open-door,Teen counseling,"Talk with a counselor who works with young people after hard times, alone or with someone you trust.",https://opendoor.example.org/counseling,,active,Call or walk in. The first talk is within a week.,Sliding scale; nobody is turned away
10,open-door,Teen health clinic,"Check-ups, dental care, vaccines and questions of every kind.",https://opendoor.example.org/teens,,active,No appointment needed in the teen hour.,Sliding scale; nobody is turned away
11,open-door,Young parents' circle,"Parenting support, diapers and child care while you meet, for mothers and fathers up to age 24.",,,active,Come on a Wednesday.,Free
12,rainbow-porch,Porch drop-in,"Dinner, games and peer support for LGBTQ+ youth, ages 13 to 21.",https://rainbowporch.example.org/drop-in,,active,Just come.,Free
13,county-law,Youth legal clinic,"A free lawyer for court dates, clearing a record, identity papers and school rights.",https://alderlegal.example.org/youth,,active,Call. What you say stays with your lawyer.,Free
14,welcome-bridge,Immigrant family help desk,"Interpreters, papers and school enrollment for immigrant families and for young people who came alone. Nobody is asked about status.",https://welcomebridge.example.org/desk,,active,Walk in. Ask for Spanish or Dari or Ukrainian.,Free
15,table-and-road,Alder food pantry,Groceries and warm meals. No papers needed.,https://tableandroad.example.org/pantry,,active,Just come.,Free
16,table-and-road,Rides to appointments,"Bus passes, and a driver when no bus goes there.",,,active,Call two days before.,Free
17,harbor-house,Harbor House rooms,"A room of your own for up to three weeks, for ages 14 to 17. Pets are welcome.",https://harborhouse.example.org/rooms,,active,"Call, or ask your worker to send word.",Free
`,
  'locations.csv': `id,organization_id,name,latitude,longitude
riverside,riverside-learning,Riverside campus,,
circle,two-rivers,Circle house,,
clinic,open-door,Open Door clinic,,
porch,rainbow-porch,The Porch,,
law-office,county-law,Legal aid office,,
bridge,welcome-bridge,Welcome desk,,
kitchen,table-and-road,The kitchen,,
`,
  'phones.csv': `id,service_id,location_id,organization_id,number,extension,type,language,description
,1,,,(555) 555-0101,,,,Day and night
,2,,,(555) 555-0102,,,,
,,,alder-house,(555) 555-0100,,,,Office
,,,riverside-learning,(555) 555-0110,,,,
,,,two-rivers,(555) 555-0120,,,,
,9,,,(555) 555-0130,2,,,Counselors
,,,open-door,(555) 555-0130,,,,
,,,rainbow-porch,(555) 555-0140,,,,
,,,county-law,(555) 555-0150,,,,
,,,welcome-bridge,(555) 555-0160,,,"English, Spanish",
,,,table-and-road,(555) 555-0170,,,,
,17,,,(555) 555-0180,,,,Day and night
`,
  'postal_addresses.csv': `id,location_id,organization_id,attention,address_1,city,region,state_province,postal_code,country
,,riverside-learning,,12 Mill Street,Alder Falls,,IL,00000,US
,,open-door,,40 Orchard Road,Alder Falls,,IL,00000,US
,,county-law,,1 Courthouse Square,Alder Falls,,IL,00000,US
,,table-and-road,,7 Station Road,Alder Junction,,IL,00000,US
`,
  'regular_schedules.csv': `id,service_id,location_id,weekday,opens_at,closes_at
,,riverside,Monday,9:00,17:00
,,riverside,Tuesday,9:00,20:00
,,riverside,Wednesday,9:00,17:00
,,riverside,Thursday,9:00,20:00
,,riverside,Friday,9:00,15:00
,,circle,Saturday,10:00,16:00
,,clinic,Monday,8:00,18:00
,,clinic,Tuesday,8:00,18:00
,,clinic,Wednesday,8:00,18:00
,,clinic,Thursday,8:00,18:00
,,clinic,Friday,8:00,18:00
,10,,Monday,15:00,18:00
,10,,Tuesday,15:00,18:00
,10,,Wednesday,15:00,18:00
,10,,Thursday,15:00,18:00
,10,,Friday,15:00,18:00
,11,,Wednesday,16:00,18:30
,,porch,Thursday,16:00,21:00
,,porch,Friday,16:00,22:00
,,porch,Sunday,,
,,law-office,Monday,9:00,16:30
,,law-office,Tuesday,9:00,16:30
,,law-office,Wednesday,9:00,16:30
,,bridge,Monday,9:30,16:00
,,bridge,Thursday,9:30,16:00
,15,,Tuesday,11:00,14:00
,15,,Saturday,10:00,13:00
`,
};
