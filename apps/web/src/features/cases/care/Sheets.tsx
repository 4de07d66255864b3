import type { CasePage } from '@accord/cases';
import { Card, List, Section, Stack, useWords } from '@accord/ui';
import { useStaff } from '../../../app/session.ts';
import type { ArrangedPage } from '../arrange.ts';
import { Closed } from '../Closed.tsx';
import { CardSheet } from './CardSheet.tsx';
import { WriteCard } from './WriteCard.tsx';
import { ToldLine } from './ToldLine.tsx';
import { WriteTold } from './WriteTold.tsx';
import { isOpenSheet } from './sheets.ts';

interface SheetsProps {
  page: CasePage;
  arranged: ArrangedPage;
  refresh: () => Promise<void>;
}

/** How to be with them, for whoever they let see it. For all others nothing says that there could be something. */
export function Sheets({
  page: { caseId, codeName, writes },
  arranged: { cards, told },
  refresh,
}: SheetsProps) {
  const t = useWords('care');
  const agencyId = useStaff()?.agency.agencyId;
  const mayWrite = writes.length > 0;
  const isOwn = ({ ownerId }: { ownerId: string }) => ownerId === agencyId;
  const sheets = [...cards, ...told];
  if (sheets.length === 0 && !mayWrite) return null;
  return (
    <Section title={t('title', { code: codeName })}>
      <Stack>
        {sheets.length > 0 ? (
          <List label={t('title', { code: codeName })}>
            {cards.map((card) => (
              <Card as="li" key={card.itemId}>
                {isOpenSheet(card) ? (
                  <CardSheet caseId={caseId} card={card} isOwn={isOwn(card)} refresh={refresh} />
                ) : (
                  <Closed item={card} />
                )}
              </Card>
            ))}
            {told.map((each) => (
              <Card as="li" key={each.itemId}>
                {isOpenSheet(each) ? (
                  <ToldLine caseId={caseId} told={each} refresh={refresh} />
                ) : (
                  <Closed item={each} />
                )}
              </Card>
            ))}
          </List>
        ) : null}
        {mayWrite && !cards.some(isOwn) ? <WriteCard caseId={caseId} refresh={refresh} /> : null}
        {mayWrite && !told.some(isOwn) ? <WriteTold caseId={caseId} refresh={refresh} /> : null}
      </Stack>
    </Section>
  );
}
