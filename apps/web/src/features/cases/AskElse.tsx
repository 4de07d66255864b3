import type { CasePage } from '@accord/cases';
import { maskOf, neverByConsent, SHAREABLE } from '@accord/consent';
import { Button, Row, Stack, useWords } from '@accord/ui';
import { Disclosed } from '../../app/Disclosed.tsx';
import { AskFor } from './AskFor.tsx';

/**
 * A recipient asks for more. Every kind that a permission could open for what they are here for is offered, but those
 * that are open to them already: the list is the same for any case, and tells nothing of this one.
 */
export function AskElse({ page: { caseId, codeName: code, purpose, items } }: { page: CasePage }) {
  const t = useWords('why');
  const common = useWords('common');
  const never = neverByConsent(purpose);
  const seen = new Set(items.flatMap(({ content, categories }) => (content.is === 'open' ? categories : [])));
  const kinds = SHAREABLE.filter((kind) => !seen.has(kind) && (maskOf([kind]) & never) === 0n);
  return (
    <Disclosed label={t('askElse')}>
      {(close) => (
        <Stack>
          <p>{t('canAsk')}</p>
          <p>{t('toldAsk', { code })}</p>
          <AskFor caseId={caseId} kinds={kinds} />
          <Row>
            <Button kind="quiet" onClick={() => close()}>
              {common('back')}
            </Button>
          </Row>
        </Stack>
      )}
    </Disclosed>
  );
}
