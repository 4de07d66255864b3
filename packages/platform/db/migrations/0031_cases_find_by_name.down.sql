drop table search_token;
