import { fill } from '../fill.ts';
import { words } from '../words.ts';
import type { ItemOf } from './arrange.ts';
import { Byline } from './Byline.tsx';
import { Opened } from './Opened.tsx';
import { Step } from './Step.tsx';

const { plan } = words;

/** Their own words stand first and largest; an adult's wording never takes their place. */
export function Goal({ goal, steps }: { goal: ItemOf<'goal'>; steps: readonly ItemOf<'step'>[] }) {
  const done = steps.filter(({ state }) => state === 'done').length;
  return (
    <>
      <Opened content={goal.content}>
        {({ ownWords, adultWords }) => (
          <>
            <blockquote>{ownWords}</blockquote>
            {adultWords && <p>{fill(plan.adultWords, { text: adultWords })}</p>}
          </>
        )}
      </Opened>
      {steps.length > 0 && (
        <>
          <p>{fill(plan.steps, { done, count: steps.length })}</p>
          <ul className="steps">
            {steps.map((step) => (
              <li key={step.itemId}>
                <Step step={step} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Byline item={goal} as={plan.added} />
    </>
  );
}
