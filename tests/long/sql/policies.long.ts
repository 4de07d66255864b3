import { catchAll } from './catch.ts';
import { mutantsOfPolicies } from './targets.ts';

await catchAll(
  '85_policies.sql',
  [
    'floor/policies.edges.test',
    'floor/referral-rows.edges.test',
    'floor/marks.edges.test',
    'floor/own-hand.test',
    'floor/bases.test',
    'floor/emergencies.test',
    'floor/marks.test',
    'floor/referral-moves.test',
    'long/sql/worlds.check',
    'access/beside-the-page.test',
    'floor/ledger.test',
    'floor/ledger-noise.test',
    'floor/projection.test',
    'floor/masks.test',
    'floor/plan.test',
    'vault/second-node.test',
    'vault/deciding.test',
    'access/rules.test',
    'floor/requests.test',
    'journeys/story.test',
    'floor/advisor.test',
    'floor/pause.test',
    'journeys/consent-admin.test',
    'vault/epochs.test',
  ],
  (sql) => mutantsOfPolicies(sql, ['85_policies.sql', '42_referrals.sql', '48_bases.sql', '49_marks.sql']),
);
