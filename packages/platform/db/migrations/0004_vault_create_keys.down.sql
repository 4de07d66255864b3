drop table key_wrap, category_key, case_key, young_person_key, agency_key;
