import type { Post } from '@accord/consent';
import { Card, CardTitle, EmptyState, List, Notice, Page, Section, Stack, useWords } from '@accord/ui';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Disclosed } from '../../../app/Disclosed.tsx';
import { Happened, useNews } from '../../../app/Happened.tsx';
import { Loaded } from '../../../app/Loaded.tsx';
import { useTRPC } from '../../../app/trpc.ts';
import { calendarDay } from '../../../app/when.ts';
import { ChangeHolder } from './ChangeHolder.tsx';
import { NamePost } from './NamePost.tsx';

/** What people are in one's own agency, and who that is now. It reads of no case. */
export function PostsPage({ above }: { above: ReactNode }) {
  const t = useWords('posts');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const query = useQuery(trpc.posts.list.queryOptions());
  const { news, tell } = useNews();
  const changed = async (sentence: string) => {
    await queries.invalidateQueries({ queryKey: trpc.posts.list.queryKey() });
    tell(sentence);
  };
  return (
    <Page title={t('title')} lead={t('lead')} above={above}>
      <Happened news={news} />
      <Loaded query={query} lines={6}>
        {({ agency, posts, maySet }) => (
          <Stack gap="loose">
            {posts.length === 0 ? (
              <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
            ) : (
              <Section title={t('at', { agency })}>
                <List label={t('at', { agency })}>
                  {posts.map((post) => (
                    <PostCard key={post.postId} post={post} maySet={maySet} onChanged={changed} />
                  ))}
                </List>
              </Section>
            )}
            {maySet ? (
              <Section title={t('add')}>
                <NamePost onChanged={changed} />
              </Section>
            ) : (
              <Notice>{t('onlySupervisor')}</Notice>
            )}
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

interface PostCardProps {
  post: Post;
  maySet: boolean;
  onChanged: (sentence: string) => Promise<void>;
}

function PostCard({ post, maySet, onChanged }: PostCardProps) {
  const t = useWords('posts');
  const { name, holder } = post;
  return (
    <Card as="li">
      <CardTitle>{name}</CardTitle>
      <p>
        {holder === null
          ? t('nobody')
          : t('holds', { name: holder.name, title: holder.title, day: calendarDay(holder.sinceOn) })}
      </p>
      {maySet ? (
        <Disclosed label={t('change')} name={t('changeNamed', { post: name })} small>
          {(close) => <ChangeHolder post={post} onChanged={onChanged} close={close} />}
        </Disclosed>
      ) : null}
    </Card>
  );
}
