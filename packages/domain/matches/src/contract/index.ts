export {
  AnswerMatchInput,
  AskId,
  AskMatchInput,
  DecideAskInput,
  MATCH_REASONS,
  MatchId,
  MatchInput,
  type MatchReason,
} from './input.ts';
export { ASKS_AGAIN_DAYS, MatchDesk, WaitingMatch, WaitingMatches } from './waiting.ts';
