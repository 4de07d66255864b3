drop type actor_context;
drop table rate_bucket, topic_key, node, purpose, category;
