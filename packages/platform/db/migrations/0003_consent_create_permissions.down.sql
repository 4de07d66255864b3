drop type opening;
drop table access_denial, effective_access, consent_document, consent_revocation, consent_signature, consent_grant;
