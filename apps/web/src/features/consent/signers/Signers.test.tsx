import type { Authority, Signers as SignersAnswer } from '@accord/consent';
import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { inDays } from '../../../app/when.ts';
import { authority, caseId } from '../../../testing/heron.ts';
import { renderForStaff } from '../../../testing/render.tsx';
import { answering, Refusal, server } from '../../../testing/server.ts';
import { Signers } from './Signers.tsx';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

/** The page with a server that remembers: each change is noted, and the next answer has it. */
function show(first: readonly Authority[], rest: Partial<SignersAnswer> = {}) {
  let authorities = [...first];
  const sent: [procedure: string, input: unknown][] = [];
  const change = (procedure: string, to: Partial<Authority>) => (input: unknown) => {
    sent.push([procedure, input]);
    authorities = authorities.map((one) => ({ ...one, ...to }));
    return {};
  };
  server.use(
    answering('staff', {
      'consent.inbox': () => ({ waiting: [], cases: [{ caseId, codeName: 'Heron' }] }),
      'consent.signers': () => ({ authorities, majorityOn: inDays(400), years: 16, maySign: true, ...rest }),
      'consent.agreeContact': change('agree', { mayContact: true }),
      'consent.excludeSigner': change('exclude', { excluded: 'staff', mayContact: false }),
      'consent.letSign': change('let', { excluded: null }),
      'consent.endSigner': change('end', { isOver: true }),
      'consent.recordSigner': (input) => {
        sent.push(['record', input]);
        const added = authority();
        authorities = [added, ...authorities];
        return { authorityId: added.authorityId };
      },
    }),
  );
  return { sent, ...renderForStaff(<Signers caseId={caseId} above={null} actions={null} />) };
}

test('with nobody on record it says when that matters, and how old they are', async () => {
  show([]);
  expect(await screen.findByText('Nobody is on record')).toBeTruthy();
  expect(
    screen.getByText(/^16 years old\. Comes of age on .*What adults signed ends that day\.$/),
  ).toBeTruthy();
  expect(screen.getByText(/^From .* on, Heron can sign for the time after\.$/)).toBeTruthy();
});

test('without a birthday it says that what adults sign opens nothing', async () => {
  show([authority()], { majorityOn: null, years: null });
  expect(await screen.findByText(/^No birthday is on record\./)).toBeTruthy();
});

test('a signer says what they may decide, what shows it, and where it stands', async () => {
  show([
    authority(),
    authority({ relation: 'father', mayContact: true }),
    authority({ relation: 'grandparent', excluded: 'young_person' }),
    authority({ relation: 'agency', capacity: 'legal-custodian', evidence: 'court-order', isOver: true }),
  ]);
  const cards = await screen.findAllByRole('listitem');
  expect(cards.map((card) => within(card).getByRole('heading').textContent)).toEqual([
    'Mother',
    'Father',
    'Grandparent',
    'Agency',
  ]);
  expect(cards[0]?.textContent).toContain('Not to be contacted yet');
  expect(cards[0]?.textContent).toContain('AreasSchool and Health');
  expect(cards[0]?.textContent).toContain('Shown byBirth record');
  expect(cards[1]?.textContent).toContain('May be contacted');
  expect(cards[2]?.textContent).toContain('Heron said so. Only Heron can take it back.');
  expect(within(cards[2] as HTMLElement).queryByRole('button')).toBeNull();
  expect(cards[3]?.textContent).toContain('Over');
});

test('contact is agreed to only when both are answered with yes', async () => {
  const mother = authority();
  const { sent, user } = show([mother]);
  expect(
    await screen.findByText(
      'Nobody is contacted before Heron agrees and you have looked at whether it is safe.',
    ),
  ).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'They agreed, and it is safe: Mother' }));
  await user.click(screen.getByRole('button', { name: 'Not yet' }));
  expect(sent).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'They agreed, and it is safe: Mother' }));
  await user.click(screen.getByRole('button', { name: 'Yes, both' }));
  const line = await screen.findByText('Mother may be contacted now.');
  await waitFor(() => expect(document.activeElement).toBe(line));
  expect(sent).toEqual([['agree', { caseId, authorityId: mother.authorityId }]]);
  expect(screen.getByText('May be contacted')).toBeTruthy();
});

test('not to sign asks once more, says what closes, and can be taken back', async () => {
  const { sent, user } = show([authority({ mayContact: true })]);
  await user.click(await screen.findByRole('button', { name: 'Not to sign: Mother' }));
  const question = screen.getByRole('group', {
    name: 'Mother is not to sign or be told? What they signed closes at once.',
  });
  expect(document.activeElement).toBe(within(question).getByRole('button', { name: 'Keep' }));
  await user.click(within(question).getByRole('button', { name: 'Not to sign' }));
  expect(
    await screen.findByText('Mother signs nothing and is told nothing. What they signed is closed.'),
  ).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Take it back: Mother' }));
  expect(await screen.findByText('Mother may sign again, once contact is agreed.')).toBeTruthy();
  expect(sent.map(([procedure]) => procedure)).toEqual(['exclude', 'let']);
});

test('what ended has no buttons any more', async () => {
  const { user } = show([authority({ mayContact: true })]);
  await user.click(await screen.findByRole('button', { name: 'It is over: Mother' }));
  const question = screen.getByRole('group', { name: /^Is it over for Mother/ });
  await user.click(within(question).getByRole('button', { name: 'It is over' }));
  expect(await screen.findByText('It is over for Mother.')).toBeTruthy();
  expect(within(screen.getByRole('list', { name: 'Who may sign' })).queryByRole('button')).toBeNull();
});

test('recording names each field that is empty, and sends what was chosen', async () => {
  const { sent, user } = show([]);
  await user.click(await screen.findByRole('button', { name: 'Record who may sign' }));
  const form = within(screen.getByRole('form', { name: 'Record who may sign' }));
  await user.click(form.getByRole('button', { name: 'Record' }));
  const alert = await form.findByRole('alert');
  for (const words of ['Choose one.', 'Choose at least one area.', 'Choose what you have seen'])
    expect(alert.textContent).toContain(words);
  expect(sent).toEqual([]);

  await user.click(form.getByRole('radio', { name: /^Parent or guardian/ }));
  await user.selectOptions(form.getByLabelText('Who they are'), 'Mother');
  await user.click(form.getByRole('checkbox', { name: 'School' }));
  await user.selectOptions(form.getByLabelText('What shows it'), 'Birth record');
  await user.click(form.getByRole('button', { name: 'Record' }));
  expect(await screen.findByText('Recorded: Mother. Nobody is contacted yet.')).toBeTruthy();
  expect(sent).toEqual([
    [
      'record',
      { caseId, capacity: 'guardian', relation: 'mother', domains: ['education'], evidence: 'birth-record' },
    ],
  ]);
});

test("the young person's own authority names no relation and has other papers", async () => {
  const { sent, user } = show([]);
  await user.click(await screen.findByRole('button', { name: 'Record who may sign' }));
  const form = within(screen.getByRole('form', { name: 'Record who may sign' }));
  await user.click(form.getByRole('radio', { name: /^Young person alone/ }));
  expect(form.queryByLabelText('Who they are')).toBeNull();
  await user.click(form.getByRole('checkbox', { name: 'Feelings and therapy' }));
  await user.selectOptions(
    form.getByLabelText('What shows it'),
    'A finding that they meet the state’s terms',
  );
  await user.click(form.getByRole('button', { name: 'Record' }));
  expect(await screen.findByText('Recorded.')).toBeTruthy();
  expect(sent[0]?.[1]).toMatchObject({ capacity: 'young-person', relation: null, evidence: 'finding' });
});

test('who only reads has no buttons', async () => {
  show([authority()], { maySign: false });
  await screen.findByRole('heading', { name: 'Mother' });
  expect(screen.queryByRole('button')).toBeNull();
});

test('for whoever holds nothing of the case there is no such page', async () => {
  server.use(
    answering('staff', {
      'consent.inbox': () => ({ waiting: [], cases: [] }),
      'consent.signers': () => {
        throw new Refusal('NOT_FOUND');
      },
    }),
  );
  renderForStaff(<Signers caseId={caseId} above={null} actions={null} />);
  expect(await screen.findByText("Nothing here, or it isn't shared with you.")).toBeTruthy();
});

test('what could not be sent is said at the question, and the question stays', async () => {
  server.use(
    answering('staff', {
      'consent.inbox': () => ({ waiting: [], cases: [{ caseId, codeName: 'Heron' }] }),
      'consent.signers': () => ({ authorities: [authority()], majorityOn: null, years: null, maySign: true }),
      'consent.excludeSigner': () => {
        throw new Refusal('CONFLICT');
      },
    }),
  );
  const { user } = renderForStaff(<Signers caseId={caseId} above={null} actions={null} />);
  await user.click(await screen.findByRole('button', { name: 'Not to sign: Mother' }));
  const question = screen.getByRole('group', { name: /^Mother is not to sign/ });
  await user.click(within(question).getByRole('button', { name: 'Not to sign' }));
  expect(await within(question).findByRole('alert')).toBeTruthy();
});
