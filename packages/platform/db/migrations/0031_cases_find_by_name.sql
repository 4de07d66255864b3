-- What a case is found again by: the words of a name and a day of birth, under the secret of the agency that looks. A
-- recipient's agency has its own, from the first page that it opened, and they go when what let it open one goes.
create table search_token (
  case_id uuid not null,
  item_id uuid not null,
  agency_id uuid not null references agency,
  -- of the profile that it was made from
  body_version integer not null,
  token bytea not null check (octet_length(token) = 32),
  primary key (agency_id, token, case_id, item_id),
  foreign key (case_id, item_id) references case_item on delete cascade
);
create index search_token_by_item on search_token (case_id, item_id, agency_id);
