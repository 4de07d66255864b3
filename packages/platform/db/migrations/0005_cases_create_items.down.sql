drop table case_item_body, case_item;
