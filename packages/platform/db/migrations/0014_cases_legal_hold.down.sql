drop table legal_hold;
