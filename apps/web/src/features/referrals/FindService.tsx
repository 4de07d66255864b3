import { SearchInput, type Service } from '@accord/directory';
import { Button, EmptyState, List, Row, Section, Stack, TextField, useWords } from '@accord/ui';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Form } from '../../app/Form.tsx';
import { useContractForm } from '../../app/form.ts';
import { Loaded } from '../../app/Loaded.tsx';
import { useTRPC } from '../../app/trpc.ts';
import { ServiceCard } from './ServiceCard.tsx';

interface FindServiceProps {
  page: number;
  onPage: (page: number) => void;
  onChoose: (service: Service) => void;
}

/** Searches the directory. What was typed stays out of the address: it can say something about a person. */
export function FindService({ page, onPage, onChoose }: FindServiceProps) {
  const t = useWords('refer');
  const [asked, setAsked] = useState<string | null>(null);
  const form = useContractForm({
    initial: { text: '' },
    schema: SearchInput,
    keepsWords: false,
    input: ({ text }) => ({ text, page: 1 }),
    send: async ({ text }) => {
      onPage(1);
      setAsked(text);
    },
  });
  return (
    <Stack gap="loose">
      <div role="search">
        <Form form={form}>
          <TextField
            {...form.field('text')}
            type="search"
            label={t('search')}
            hint={t('searchHint')}
            autoComplete="off"
          />
          <div>
            <Button type="submit" kind="primary">
              {t('find')}
            </Button>
          </div>
        </Form>
      </div>
      {asked === null ? null : <Results asked={{ text: asked, page }} onPage={onPage} onChoose={onChoose} />}
    </Stack>
  );
}

interface ResultsProps {
  asked: SearchInput;
  onPage: (page: number) => void;
  onChoose: (service: Service) => void;
}

function Results({ asked, onPage, onChoose }: ResultsProps) {
  const t = useWords('refer');
  const trpc = useTRPC();
  const query = useQuery({ ...trpc.directory.search.queryOptions(asked), placeholderData: keepPreviousData });
  return (
    <Loaded query={query} lines={6}>
      {({ services, total, page, pages }) =>
        total === 0 ? (
          <EmptyState title={t('noneTitle')}>{t('none')}</EmptyState>
        ) : (
          <Section title={t('found', { count: total })}>
            <List label={t('results')}>
              {services.map((service) => (
                <ServiceCard key={service.serviceId} service={service} onChoose={() => onChoose(service)} />
              ))}
            </List>
            {pages > 1 ? (
              <Row>
                {page > 1 ? <Button onClick={() => onPage(page - 1)}>{t('previousPage')}</Button> : null}
                <span>{t('page', { page, pages })}</span>
                {page < pages ? <Button onClick={() => onPage(page + 1)}>{t('nextPage')}</Button> : null}
              </Row>
            ) : null}
          </Section>
        )
      }
    </Loaded>
  );
}
