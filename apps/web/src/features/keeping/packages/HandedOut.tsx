import type { PackageFile, Packages } from '@accord/cases';
import { Button, Notice, Page, Row, Stack, useAnnounce, useWords } from '@accord/ui';
import { saveFile } from '../../../app/save-file.ts';
import { useTRPC } from '../../../app/trpc.ts';
import { AskOnce } from '../AskOnce.tsx';
import { PackageSheet } from './PackageSheet.tsx';
import css from './packages.module.css';

interface HandedOutProps {
  file: PackageFile;
  desk: Packages | undefined;
  onChanged: (sentence?: string) => Promise<void>;
  onBack: () => void;
}

/** What has just gone out, to print or to save; a hold keeps what it was taken from. Its text stands here and nowhere else. */
export function HandedOut({ file, desk, onChanged, onBack }: HandedOutProps) {
  const t = useWords('packages');
  const trpc = useTRPC();
  const announce = useAnnounce();
  const save = () => {
    // Named by what it is alone: a number of a court is not for a folder.
    saveFile('records-package.json', 'application/json', JSON.stringify(file, null, 2));
    announce(t('out.saved'));
  };
  return (
    <Page title={t('out.title', { number: file.number })}>
      <Stack gap="loose">
        <div className={css.screenOnly}>
          <Stack>
            <Notice tone="care">{t('out.once')}</Notice>
            <Row>
              <Button small kind="primary" onClick={() => window.print()}>
                {t('out.print')}
              </Button>
              <Button small onClick={save}>
                {t('out.json')}
              </Button>
              {desk && !desk.isHeld ? (
                <AskOnce
                  label={t('out.hold')}
                  question={t('out.holdQuestion')}
                  yes={t('out.holdYes')}
                  no={t('answer.no')}
                  calm
                  mutation={trpc.keeping.placeHold.mutationOptions({
                    onSuccess: () => onChanged(t('out.holdDone')),
                  })}
                  input={{ caseId: desk.caseId, reason: 'records-request' }}
                />
              ) : null}
              <Button small kind="quiet" onClick={onBack}>
                {t('out.back')}
              </Button>
            </Row>
          </Stack>
        </div>
        <PackageSheet file={file} />
      </Stack>
    </Page>
  );
}
