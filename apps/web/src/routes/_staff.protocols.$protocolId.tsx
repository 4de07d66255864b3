import { ProtocolId } from '@accord/kernel';
import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { LinkTo } from '../app/links.tsx';
import { ProtocolView } from '../features/protocols/ProtocolView.tsx';

/** An address without a real id is answered like any other stranger's. */
const NO_PROTOCOL = ProtocolId.parse('00000000-0000-0000-0000-000000000000');

export const Route = createFileRoute('/_staff/protocols/$protocolId')({
  params: {
    parse: ({ protocolId }) => ({ protocolId: ProtocolId.safeParse(protocolId).data ?? NO_PROTOCOL }),
    stringify: ({ protocolId }) => ({ protocolId }),
  },
  component: ProtocolPage,
});

function ProtocolPage() {
  const t = useWords('protocols');
  const { me } = Route.useRouteContext();
  const { protocolId } = Route.useParams();
  return (
    <ProtocolView
      key={protocolId}
      protocolId={protocolId}
      me={me}
      linkTo={(other, label) => (
        <LinkTo to="/protocols/$protocolId" params={{ protocolId: other }}>
          {label}
        </LinkTo>
      )}
      above={<LinkTo to="/protocols">{t('page.back')}</LinkTo>}
    />
  );
}
