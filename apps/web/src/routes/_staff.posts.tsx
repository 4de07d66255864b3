import { useWords } from '@accord/ui';
import { createFileRoute } from '@tanstack/react-router';
import { LinkTo } from '../app/links.tsx';
import { PostsPage } from '../features/consent/posts/PostsPage.tsx';

export const Route = createFileRoute('/_staff/posts')({
  loader: ({ context: { trpc, queries } }) => queries.prefetchQuery(trpc.posts.list.queryOptions()),
  component: PostsPlace,
});

function PostsPlace() {
  const t = useWords('frame');
  return <PostsPage above={<LinkTo to="/inbox">{t('inbox')}</LinkTo>} />;
}
