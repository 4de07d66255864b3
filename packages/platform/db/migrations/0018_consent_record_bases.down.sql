drop table coercion_mark, law_basis;
-- What a law opened goes with its record: without it nobody could end it.
alter table effective_access no force row level security;
delete from effective_access where basis_kind in ('court_order', 'team_statute', 'mandate', 'emergency');
alter table effective_access force row level security;
