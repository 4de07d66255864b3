import type { Authority, LawLine, Permission } from '@accord/consent';
import { screen, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { authority, caseId, permission, paper } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, server } from '../../../testing/server.ts';
import { Permissions } from '../Permissions.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const school: LawLine = { kind: 'edu-record', rules: ['F-3'], needs: 'adult' };
const signedByMother: Partial<Permission> = {
  adults: [
    {
      capacity: 'guardian',
      relation: 'mother',
      method: 'typed',
      recordedBy: 'Dana Whitfield',
      at: '2026-11-12T10:00:00.000Z',
    },
  ],
};

function show(first: Permission, authorities: readonly Authority[], after: Permission = first) {
  let one = first;
  const sent: [procedure: string, input: unknown][] = [];
  const change = (procedure: string) => (input: unknown) => {
    sent.push([procedure, input]);
    return (one = after);
  };
  server.use(
    answering('staff', {
      'consent.inbox': () => ({ waiting: [], cases: [{ caseId, codeName: 'Heron' }] }),
      'consent.paper': () => paper,
      'consent.list': () => ({ permissions: [one], maySign: true }),
      'consent.signers': () => ({ authorities, majorityOn: '2028-05-04', years: 16, maySign: true }),
      'consent.countersign': change('countersign'),
      'consent.withdraw': change('withdraw'),
      'consent.stop': (input) => {
        sent.push(['stop', input]);
        return { stillShared: [], recipient: 'Rafael Ortiz', alsoFrom: [] };
      },
    }),
  );
  const screenOf = (
    <Permissions
      caseId={caseId}
      above={null}
      prepare={null}
      record={null}
      toSigners={<a href="/signers">Who may sign</a>}
      goOn={() => null}
      linkToLaw={() => null}
    />
  );
  return { sent, ...renderForStaff(screenOf) };
}

const openForm = async (user: UserEvent) => {
  await user.click(await screen.findByRole('button', { name: /^Record a parent's or guardian's signature/ }));
  return within(await screen.findByRole('form', { name: "A parent's or guardian's signature" }));
};

test('a kind that waits says for what, with the rule and where it is from in a disclosure', async () => {
  show(permission({ categories: [], law: [school] }), []);
  const line = await screen.findByRole('list', { name: 'Not open yet' });
  expect(line.textContent).toContain('School: A parent or guardian has to sign this too.');
  expect(
    within(line)
      .getByText(/A parent, or whoever acts as one/)
      .closest('details')?.open,
  ).toBe(false);
  expect(screen.getByText('Nothing of it is open yet.')).toBeTruthy();
  expect(screen.queryByText('Can see')).toBeNull();
});

test('a guardian signs: only those who may be asked are offered, and what opened is said', async () => {
  const mother = authority({ mayContact: true });
  const before = permission({ law: [school] });
  const { sent, user } = show(
    before,
    [
      mother,
      authority({ relation: 'father', mayContact: true, excluded: 'staff' }),
      authority({ relation: 'grandparent', mayContact: true, isOver: true }),
      authority({ relation: 'relative' }),
    ],
    { ...before, law: [], categories: [...before.categories, 'edu-record'], ...signedByMother },
  );
  const form = await openForm(user);
  expect(await form.findAllByRole('radio', { name: /For:/ })).toHaveLength(1);
  expect(form.getByText('They can take it back at any time, by telling you.')).toBeTruthy();
  await user.click(form.getByRole('button', { name: 'Record the signature' }));
  expect((await form.findByRole('alert')).textContent).toContain('Choose who signs.');
  await user.click(form.getByRole('radio', { name: /^Mother/ }));
  await user.click(form.getByRole('radio', { name: 'They type their name' }));
  await user.type(form.getByLabelText('Their name, as they want it written'), 'Ruth R.');
  await user.type(form.getByLabelText('Witness'), 'Ann Lee');
  for (const box of form.getAllByRole('checkbox')) await user.click(box);
  await user.click(form.getByRole('button', { name: 'Record the signature' }));
  expect(await screen.findByText('Signed. Rafael Ortiz can now see: School.')).toBeTruthy();
  expect(sent).toEqual([
    [
      'countersign',
      {
        caseId,
        grantId: before.grantId,
        authorityId: mother.authorityId,
        method: 'typed',
        signedName: 'Ruth R.',
        witnessName: 'Ann Lee',
        understood: true,
        copyGiven: true,
      },
    ],
  ]);
  expect(screen.getByText('Also signed by').parentElement?.textContent).toContain('Mother, on');
});

test('where nobody may be asked it leads to the page of who may sign', async () => {
  show(permission({ law: [school] }), [authority()]);
  expect(await screen.findByText('Nobody is on record who may be asked.')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Who may sign' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /signature/ })).toBeNull();
});

test('an adult takes it back: asked once more, and what closed is said', async () => {
  const before = permission({ categories: ['case-plan', 'edu-record'], ...signedByMother });
  const { sent, user } = show(before, [], {
    ...before,
    categories: ['case-plan'],
    law: [school],
    adults: [],
  });
  await user.click(await screen.findByRole('button', { name: 'They take it back: Mother, Rafael Ortiz' }));
  const question = screen.getByRole('group', {
    name: 'Does Mother take their signature back? What needed it closes at once.',
  });
  await user.click(within(question).getByRole('button', { name: 'Take it back' }));
  expect(await screen.findByText('Taken back. Rafael Ortiz can no longer see: School.')).toBeTruthy();
  expect(sent).toEqual([['withdraw', { caseId, grantId: before.grantId, capacity: 'guardian' }]]);
});

test('what only waits can be stopped as well, and the words do not say that it was seen', async () => {
  const { sent, user } = show(permission({ categories: [], law: [school] }), []);
  await user.click(await screen.findByRole('button', { name: 'Stop all of it, Rafael Ortiz' }));
  const question = screen.getByRole('group', { name: 'Stop sharing School with Rafael Ortiz?' });
  await user.click(within(question).getByRole('button', { name: 'Stop' }));
  expect(await screen.findByText('It stays closed to Rafael Ortiz: School.')).toBeTruthy();
  expect(sent[0]?.[1]).not.toHaveProperty('categories');
});

test('what was signed for later says from when, and not that they can see it', async () => {
  show(permission({ startsAt: '2099-05-04T07:00:00.000Z' }), []);
  expect(await screen.findByText(/^Can see from May \d, 2099 on$/)).toBeTruthy();
});
