import { CARD_PARTS } from '@accord/cases';
import type { CaseId } from '@accord/kernel';
import { Stack, useWords } from '@accord/ui';
import { AudienceLine } from '../AudienceLine.tsx';
import shared from '../case.module.css';
import type { OpenCard } from './sheets.ts';
import { WriteCard } from './WriteCard.tsx';

interface CardSheetProps {
  caseId: CaseId;
  card: OpenCard;
  /** Whether the reader's own agency keeps it. */
  isOwn: boolean;
  refresh: () => Promise<void>;
}

/** Their four answers, as they gave them; what they did not answer is not there. */
export function CardSheet({ caseId, card, isOwn, refresh }: CardSheetProps) {
  const t = useWords('care');
  const { body } = card.content;
  return (
    <>
      <Stack>
        {CARD_PARTS.map((part) =>
          body[part] ? (
            <div key={part}>
              <p className={shared.label}>{t(`parts.${part}`)}</p>
              <blockquote className={shared.smallVoice}>“{body[part]}”</blockquote>
            </div>
          ) : null,
        )}
      </Stack>
      {isOwn && card.author === null ? <p className={shared.soft}>{t('theirs')}</p> : null}
      {card.mayEdit ? <WriteCard caseId={caseId} card={card} refresh={refresh} /> : null}
      <AudienceLine audience={card.audience} itemId={card.itemId} />
    </>
  );
}
