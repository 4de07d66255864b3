drop table review_time, protocol_sign_off, protocol_answer, protocol_comment, protocol_block, protocol_version, protocol;
