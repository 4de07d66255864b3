import { createFileRoute } from '@tanstack/react-router';
import { LinkTo } from '../app/links.tsx';
import { MyHours } from '../features/protocols/MyHours.tsx';
import { ProtocolList } from '../features/protocols/ProtocolList.tsx';

export const Route = createFileRoute('/_staff/protocols/')({ component: ProtocolsPage });

function ProtocolsPage() {
  const { me } = Route.useRouteContext();
  return (
    <ProtocolList
      reader={me.kind}
      hours={me.kind === 'advisor' ? <MyHours /> : undefined}
      linkTo={(protocolId, title) => (
        <LinkTo to="/protocols/$protocolId" params={{ protocolId }}>
          {title}
        </LinkTo>
      )}
    />
  );
}
