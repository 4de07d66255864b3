drop table case_visit;
