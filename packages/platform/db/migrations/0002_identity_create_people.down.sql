drop table session, account, assignment, case_file, young_person, advisor, staff, node_agency, agency;
