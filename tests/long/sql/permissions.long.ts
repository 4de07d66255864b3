import { catchAll } from './catch.ts';
import { mutantsOfFunctions } from './targets.ts';

await catchAll(
  '40_permissions.sql',
  [
    'floor/permission.edges.test',
    'floor/project.edges.test',
    'floor/pause.edges.test',
    'floor/authority.edges.test',
    'floor/signers.test',
    'floor/around-the-case.edges.test',
    'floor/projection.test',
    'floor/own-hand.test',
    'floor/masks.test',
    'floor/who-sees.test',
    'floor/agency-terms.test',
    'access/beside-the-page.test',
    'access/stopped-writer.test',
    'access/rules.test',
    'floor/permission.test',
    'floor/papers.test',
    'journeys/consent-admin.test',
    'journeys/story.test',
    'vault/deciding.test',
    'floor/requests.test',
    'floor/kept-out.test',
    'floor/pause.test',
  ],
  (sql) => mutantsOfFunctions(sql, '40_permissions.sql'),
);
