drop table policy_case;
