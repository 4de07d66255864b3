import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { expect, test } from 'vitest';
import { useFocusRescue } from './focus.ts';

function Pages({ sectionStays }: { sectionStays: boolean }) {
  const region = useRef<HTMLDivElement>(null);
  const [done, setDone] = useState(false);
  useFocusRescue(region);
  return (
    <div ref={region}>
      <h1>A long page</h1>
      {done && !sectionStays ? null : (
        <section>
          <h2>The last part</h2>
          {done ? null : (
            <button type="button" onClick={() => setDone(true)}>
              Do it
            </button>
          )}
        </section>
      )}
    </div>
  );
}

test.each([
  ['the heading of its part', true, 'The last part'],
  ['the heading of the page, where the part went too', false, 'A long page'],
])('when a focused button goes, %s takes the focus', async (_, sectionStays, heading) => {
  render(<Pages sectionStays={sectionStays} />);
  await userEvent.click(screen.getByRole('button', { name: 'Do it' }));
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: heading }));
});
