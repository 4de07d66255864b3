import { createFileRoute } from '@tanstack/react-router';
import { LinkTo } from '../app/links.tsx';
import { MyHours } from '../features/protocols/MyHours.tsx';
import { ProtocolList } from '../features/protocols/ProtocolList.tsx';
import { StartText } from '../features/protocols/texts/StartText.tsx';

export const Route = createFileRoute('/_staff/protocols/')({ component: ProtocolsPage });

function ProtocolsPage() {
  const { me } = Route.useRouteContext();
  return (
    <ProtocolList
      reader={me.kind}
      hours={me.kind === 'advisor' ? <MyHours /> : undefined}
      start={me.kind === 'staff' ? <Begin /> : undefined}
      linkTo={(protocolId, title) => (
        <LinkTo to="/protocols/$protocolId" params={{ protocolId }}>
          {title}
        </LinkTo>
      )}
    />
  );
}

/** What was begun is where one goes on writing. */
function Begin() {
  const navigate = Route.useNavigate();
  return (
    <StartText
      onStarted={(protocolId) => void navigate({ to: '/protocols/$protocolId', params: { protocolId } })}
    />
  );
}
