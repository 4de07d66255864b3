import { createFileRoute } from '@tanstack/react-router';
import { PostsPage } from '../features/consent/posts/PostsPage.tsx';

export const Route = createFileRoute('/_staff/posts')({
  loader: ({ context: { trpc, queries } }) => queries.prefetchQuery(trpc.posts.list.queryOptions()),
  component: PostsPage,
});
