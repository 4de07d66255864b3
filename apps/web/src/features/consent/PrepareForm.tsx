import { LONGEST_DAYS, type Need, PrepareInput, REPAPER_DAYS, SHAREABLE } from '@accord/consent';
import type { Colleagues } from '@accord/identity';
import { Language, type CaseId, type Purpose } from '@accord/kernel';
import {
  Button,
  CheckField,
  Notice,
  SelectField,
  Stack,
  TextArea,
  useLanguage,
  useWords,
  type OptionGroup,
} from '@accord/ui';
import type { z } from 'zod';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import { calendarDay, inDays } from '../../app/when.ts';
import { useState } from 'react';
import { BringEvidence } from './prepare/BringEvidence.tsx';
import { EndField } from './EndField.tsx';
import { OfferedKinds } from './prepare/OfferedKinds.tsx';
import { NeedField } from './prepare/NeedField.tsx';
import { usePropose } from './prepare/usePropose.ts';
import { ItCan, WithoutSharing } from './prepare/WithoutSharing.tsx';
import { findRecipient, recipientKey, toRecipient, type NamedRecipient } from './recipients.ts';

/** The length that is proposed for working together on a plan, in days. */
const PROPOSED_DAYS = 90;

type Prepare = z.output<typeof PrepareInput>;

/** What a form can start from: ids and kinds, never a word about anyone. */
export interface Prefill {
  recipient?: string | undefined;
  categories?: readonly string[] | undefined;
  purpose?: Purpose | undefined;
  endsOn?: string | undefined;
  /** What somebody asked for it for. */
  why?: Need | undefined;
  /** It answers an ask that goes to the lead worker first. */
  leadFirst?: true | undefined;
}

interface PrepareFormProps {
  caseId: CaseId;
  prefill?: Prefill | undefined;
  code: string;
  /** What one's own agency says of sharing what is its own. */
  terms: { owner: string; terms: string } | null;
  agencies: Colleagues['agencies'];
  /** The day on which they come of age, where that is near enough to sign for the time after it. */
  majorityOn: string | null;
  /** One's own people need no permission to work on their case. */
  ownAgencyId: string | undefined;
  onPrepare: (input: Prepare, recipient: NamedRecipient) => Promise<void>;
}

export function PrepareForm({
  caseId,
  prefill = {},
  code,
  terms,
  majorityOn,
  agencies,
  ownAgencyId,
  onPrepare,
}: PrepareFormProps) {
  const t = useWords('permissions');
  const inbox = useWords('inbox');
  const purposeName = useWords('purposes');
  const papers = useWords('papers');
  const screen = useLanguage();
  const propose = usePropose();
  const [itCan, setItCan] = useState(false);
  const others = agencies.filter(({ agencyId }) => agencyId !== ownAgencyId);
  const options = useRecipientOptions(others);
  const form = useContractForm({
    initial: {
      recipient: findRecipient(others, prefill.recipient ?? '') ? (prefill.recipient ?? '') : '',
      why: prefill.why ?? ('' as '' | Need),
      need: prefill.why ? propose.line(prefill.why) : '',
      withoutSharing: '',
      categories: SHAREABLE.filter((code) => prefill.categories?.includes(code)),
      purpose: prefill.purpose ?? '',
      mayWrite: false,
      language: screen as string,
      evidence: '',
      fromMajority: false,
      endsOn: prefill.endsOn ?? inDays(PROPOSED_DAYS),
    },
    schema: PrepareInput,
    input: ({ recipient, why: _, evidence, ...rest }) => ({
      caseId,
      recipient: toRecipient(recipient),
      ...(evidence !== '' && { evidence }),
      ...rest,
    }),
    missing: { recipient: t('form.chooseRecipient'), purpose: t('form.choosePurpose') },
    send: async (input) => {
      const recipient = findRecipient(agencies, recipientKey(input.recipient));
      if (recipient) await onPrepare(input, recipient);
    },
  });
  const chosen = findRecipient(agencies, form.values.recipient);
  /** What is needed for it, at its least; what the form was opened with is not taken away. */
  const fill = (why: Need, system = chosen?.system) => {
    const { need, categories, purpose, endsOn } = propose.least(why, system, form.values);
    form.set('need', need);
    if (!prefill.categories) form.set('categories', categories);
    if (!prefill.purpose) form.set('purpose', purpose);
    if (!prefill.endsOn) form.set('endsOn', endsOn);
  };
  if (itCan) return <ItCan code={code} onBack={() => setItCan(false)} />;
  return (
    <Form form={form}>
      <Stack gap="loose">
        {prefill.leadFirst ? <Notice tone="care">{inbox('leadFirst', { code })}</Notice> : null}
        <BringEvidence
          id={form.fieldId('evidence')}
          caseId={caseId}
          code={code}
          error={form.error('evidence')}
          onRead={(evidence) => {
            form.set('evidence', evidence?.file ?? '');
            if (!evidence) return;
            const { kinds, purpose, endsOn } = evidence.says;
            form.set('categories', kinds);
            if (purpose) form.set('purpose', purpose);
            if (endsOn) form.set('endsOn', endsOn < inDays(LONGEST_DAYS) ? endsOn : inDays(LONGEST_DAYS));
          }}
        />
        {terms ? <Notice tone="plum">{t('form.terms', terms)}</Notice> : null}
        <SelectField
          {...form.field('recipient')}
          onChange={(event) => {
            const recipient = event.currentTarget.value;
            form.set('recipient', recipient);
            if (form.values.why !== '') fill(form.values.why, findRecipient(others, recipient)?.system);
          }}
          label={t('form.recipient')}
          hint={t('form.recipientHint')}
          options={[{ value: '', label: t('form.chooseRecipient') }, ...options]}
        />
        {chosen?.dataTerms ? (
          <Notice>{t('form.terms', { owner: chosen.agency, terms: chosen.dataTerms })}</Notice>
        ) : null}
        <NeedField
          id={form.fieldId('why')}
          value={form.values.why}
          recipient={chosen}
          onChange={(why) => {
            form.set('why', why);
            fill(why);
          }}
        />
        <TextArea
          {...form.field('need')}
          label={t('form.need')}
          hint={t('form.needHint', { code })}
          rows={2}
        />
        <WithoutSharing {...form.field('withoutSharing')} code={code} onYes={() => setItCan(true)} />
        <OfferedKinds
          recipient={toRecipient(form.values.recipient)}
          purpose={chosen?.purposes.find((each) => each === form.values.purpose)}
          id={form.fieldId('categories')}
          error={form.error('categories')}
          value={form.values.categories}
          onChange={(categories) => form.set('categories', categories)}
        />
        <SelectField
          {...form.field('purpose')}
          label={t('form.purpose')}
          options={[
            { value: '', label: t('form.choosePurpose') },
            ...(chosen?.purposes ?? []).map((purpose) => ({ value: purpose, label: purposeName(purpose) })),
          ]}
        />
        <CheckField
          id={form.fieldId('mayWrite')}
          label={t('form.mayWrite')}
          hint={t('form.mayWriteHint')}
          checked={form.values.mayWrite}
          onChange={(mayWrite) => form.set('mayWrite', mayWrite)}
        />
        <SelectField
          {...form.field('language')}
          label={papers('language')}
          hint={papers('languageHint')}
          options={Language.options.map((language) => ({ value: language, label: papers(language) }))}
        />
        {majorityOn === null ? null : (
          <CheckField
            id={form.fieldId('fromMajority')}
            label={t('form.fromMajority', { day: calendarDay(majorityOn) })}
            hint={t('form.fromMajorityHint', { code })}
            error={form.error('fromMajority')}
            checked={form.values.fromMajority}
            onChange={(fromMajority) => form.set('fromMajority', fromMajority)}
          />
        )}
        <EndField
          {...form.field('endsOn')}
          longest={form.values.fromMajority ? LONGEST_DAYS + REPAPER_DAYS : LONGEST_DAYS}
          onDays={(days) => form.set('endsOn', inDays(days))}
        />
      </Stack>
      <div>
        <Button type="submit" kind="primary" busy={form.busy}>
          {t('form.send')}
        </Button>
      </div>
    </Form>
  );
}

/** Each agency with its people: a person first, since one person is narrower than an agency. */
export function useRecipientOptions(agencies: Colleagues['agencies']): OptionGroup[] {
  const t = useWords('permissions');
  const posts = useWords('posts');
  return agencies.map(({ agencyId, name, staff, posts: held }) => ({
    group: name,
    items: [
      ...held.flatMap(({ postId, name: post, holder }) => {
        const person = staff.find(({ staffId }) => staffId === holder);
        if (!person) return [];
        return {
          value: recipientKey({ kind: 'staff', staffId: holder, postId }),
          label: posts('option', { post, name: person.name }),
        };
      }),
      ...staff.map((person) => ({
        value: recipientKey({ kind: 'staff', staffId: person.staffId }),
        label: t('form.person', { name: person.name, title: person.title }),
      })),
      { value: recipientKey({ kind: 'agency', agencyId }), label: t('form.anyoneAt', { agency: name }) },
    ],
  }));
}
