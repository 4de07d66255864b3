import { Button, Row, useWords } from '@accord/ui';
import type { Close } from './Disclosed.tsx';
import type { ContractForm } from './form.ts';

interface FormButtonsProps {
  form: ContractForm;
  /** What the button that sends says. */
  send: string;
  close: Close;
  small?: boolean;
}

/** The last row of a form: send it, or put it away. */
export function FormButtons({ form, send, close, small = false }: FormButtonsProps) {
  const t = useWords('common');
  return (
    <Row>
      <Button type="submit" kind="primary" small={small} busy={form.busy}>
        {send}
      </Button>
      <Button kind="quiet" small={small} onClick={() => close()}>
        {t('cancel')}
      </Button>
    </Row>
  );
}
