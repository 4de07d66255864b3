/** Apart from the commands themselves, which load what they need. */
export const POLICY_USAGE = `  policy check                verify the rules of the states as a start does, and tell who has reviewed them
  policy sign <file> --key <pem>
                              sign rules as their issuer
  policy review <file> --name <name> --role <role> --key <pem>
                              sign them as a reviewer: over the same bytes, with a key in policies/reviewers/
  policy keygen <pem> --name <name> --role <role>
                              make a key; prints its public half, for policies/keys/ or policies/reviewers/`;
