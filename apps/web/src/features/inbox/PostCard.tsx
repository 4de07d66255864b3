import type { WaitingPost } from '@accord/consent';
import { Card, CardTitle, Row, Section, Stack, useWords } from '@accord/ui';
import type { ReactNode } from 'react';
import { calendarDay } from '../../app/when.ts';
import type { WaitingLinks } from './WaitingCard.tsx';
import css from './inbox.module.css';

interface PostCardProps extends Pick<WaitingLinks, 'permissions'> {
  post: WaitingPost;
}

/** Somebody new in a post of whom the young person is to be told, or a post that has nobody for them. No reason. */
export function PostCard({ post: waiting, permissions }: PostCardProps) {
  const t = useWords('posts');
  const inbox = useWords('inbox');
  const { post, agency, name, codeName: code, caseId, sinceOn } = waiting;
  return (
    <Card as="li">
      <div>
        <CardTitle>{name === null ? t('ofNobody', { post }) : t('of', { post, name })}</CardTitle>
        <p className={css.soft}>{agency}</p>
      </div>
      <p className={css.strong}>{t(name === null ? 'waits.inboxVacant' : 'waits.inbox', { code })}</p>
      <p>
        {name === null ? t('waits.vacantNext', { code }) : t('waits.announcedNext', { name, code })}{' '}
        {t('waits.since', { day: calendarDay(sinceOn) })}
      </p>
      <Row>{permissions(caseId, inbox('see'), inbox('seeNamed', { code }))}</Row>
    </Card>
  );
}

/** Where to go when somebody of one's own agency leaves. */
interface NextPostsProps {
  link: ((label: string) => ReactNode) | undefined;
  caseloads: ((label: string) => ReactNode) | undefined;
}

export function NextPosts({ link, caseloads }: NextPostsProps) {
  const t = useWords('posts');
  const caseload = useWords('caseload');
  if (!link) return null;
  return (
    <Section title={t('toPostsTitle')}>
      <Stack gap="tight">
        <p>{t('toPostsLead')}</p>
        <Row>
          {link(t('toPosts'))}
          {caseloads?.(caseload('link'))}
        </Row>
      </Stack>
    </Section>
  );
}
