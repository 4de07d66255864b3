export { type ClockId, CLOCKS, type Length, type Place, spanOf } from './clocks.ts';
export { dayIn } from './zone.ts';
export { type Span, type Standing, standingOf, STANDINGS } from './standing.ts';
