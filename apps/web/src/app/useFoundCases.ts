import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTRPC } from './trpc.ts';

/** Typing that paused this long, in milliseconds, is asked about: not every letter of a name. */
const PAUSE = 250;
/** One letter finds nothing that a list does not show. */
const SHORTEST = 2;

/**
 * The cases that the server finds by what is typed: whole words of a name, a day of birth, the beginning of a code name,
 * also beyond the list that is on screen. What is typed stays in memory and travels in the body of a request.
 */
export function useFoundCases(text: string) {
  const trpc = useTRPC();
  const typed = text.trim();
  const settled = useSettled(typed);
  const asks = settled.length >= SHORTEST;
  const query = useQuery({
    ...trpc.cases.search.queryOptions(asks ? { text: settled } : skipToken),
  });
  const isOfThis = asks && settled === typed && query.isSuccess;
  return {
    cases: isOfThis ? (query.data?.cases ?? []) : [],
    more: isOfThis && (query.data?.more ?? false),
    isLooking: typed.length >= SHORTEST && !isOfThis && !query.isError,
    error: asks ? query.error : null,
    refetch: () => void query.refetch(),
  };
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
