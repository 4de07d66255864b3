drop table duty_entry, emergency_review, emergency_ask, on_call;
drop index law_basis_emergencies;
alter table law_basis drop column seconded_by;
alter table agency drop column emergency_needs_two;
