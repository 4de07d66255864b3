import { Button, Notice, Row, Stack, TextArea, useWords } from '@accord/ui';
import { useEffect, useRef, type ComponentProps } from 'react';

type WithoutSharingProps = Omit<ComponentProps<typeof TextArea>, 'label' | 'hint' | 'rows'> & {
  code: string;
  onYes: () => void;
};

/** Asked before anybody is: a no is written down and kept, a yes ends it here (experience.md P3). */
export function WithoutSharing({ code, onYes, ...field }: WithoutSharingProps) {
  const t = useWords('permissions');
  return (
    <Stack gap="tight">
      <TextArea
        {...field}
        label={t('form.withoutSharing')}
        hint={t('form.withoutSharingHint', { code })}
        rows={2}
      />
      <div>
        <Button small onClick={onYes}>
          {t('form.itCan')}
        </Button>
      </div>
    </Stack>
  );
}

/** Nothing is asked. What was filled in waits behind it. */
export function ItCan({ code, onBack }: { code: string; onBack: () => void }) {
  const t = useWords('permissions');
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <Stack>
      <Notice tone="ok">
        <p ref={line} tabIndex={-1}>
          {t('form.itCanHint', { code })}
        </p>
      </Notice>
      <Row>
        <Button onClick={onBack}>{t('form.itCanNot')}</Button>
      </Row>
    </Stack>
  );
}
