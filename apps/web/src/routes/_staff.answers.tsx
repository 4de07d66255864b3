import { createFileRoute } from '@tanstack/react-router';
import { useWords } from '@accord/ui';
import { LinkButton, LinkTo } from '../app/links.tsx';
import { AnswersPage } from '../features/consent/answers/AnswersPage.tsx';

export const Route = createFileRoute('/_staff/answers')({
  loader: ({ context: { trpc, queries } }) => queries.prefetchQuery(trpc.answers.cases.queryOptions()),
  onLeave: ({ context: { trpc, queries } }) => {
    queries.removeQueries({ queryKey: trpc.answers.choices.queryKey() });
    queries.removeQueries({ queryKey: trpc.answers.ask.queryKey() });
  },
  component: Answers,
});

function Answers() {
  const t = useWords('frame');
  return (
    <AnswersPage
      above={<LinkTo to="/inbox">{t('inbox')}</LinkTo>}
      accounting={(label) => <LinkButton to="/accounting">{label}</LinkButton>}
    />
  );
}
