drop table referral;
