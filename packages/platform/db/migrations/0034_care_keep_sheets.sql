-- Sheets: what the young person says about being with them. One of each kind for each agency and case, of a kind of data
-- that nothing else has (category 32, "about-me"), so that no permission that was given before opens one.

-- Whoever has custody, and the young person, have it of the new kind too. Denials of everything cover every kind already.
alter table effective_access no force row level security;
update effective_access
  set see_mask = see_mask | (1::bigint << 32), know_mask = know_mask | (1::bigint << 32)
  where basis_kind in ('own_custody', 'self_access');
alter table effective_access force row level security;

create unique index case_item_one_sheet on case_item (case_id, owner_agency, kind) where kind in ('card', 'told-once');

-- What a sheet says is never of another kind of data, whoever writes it.
alter table case_item add constraint case_item_sheet_check check (
  kind not in ('card', 'told-once') or (category_mask = (1::bigint << 32) and parent_id is null)
);
