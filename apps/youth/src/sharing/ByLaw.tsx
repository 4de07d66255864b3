import type { LawBasisEntry, MyBases } from '@accord/consent';
import { useId } from 'react';
import { calendarDay, day, time } from '../days.ts';
import { fill, kindsListed, sentenceCase } from '../fill.ts';
import { kindWords, words } from '../words.ts';

const { byLaw, sharing } = words;

interface ByLawProps {
  bases: readonly LawBasisEntry[];
  /** What only asked for it, and opened nothing by itself. */
  papers?: MyBases['papers'];
  /** What was handed out of theirs by an order, or asked for by the public. */
  packages?: MyBases['packages'];
}

/** What a law or a court opens, whoever it is for. There is nothing to stop here, and it says so. */
export function ByLaw({ bases, papers = [], packages = [] }: ByLawProps) {
  const active = bases.filter(({ state }) => state === 'active');
  const past = bases.filter(({ state }) => state !== 'active');
  return (
    <section aria-labelledby="by-law">
      <h2 id="by-law">{byLaw.title}</h2>
      <p>{active.length > 0 ? byLaw.lead : byLaw.none}</p>
      {active.length > 0 && (
        <ul className="cards">
          {active.map((basis) => (
            <li key={basis.basisId}>
              <BasisCard basis={basis} />
            </li>
          ))}
        </ul>
      )}
      {past.length > 0 && (
        <ul className="facts">
          {past.map((basis) => (
            <li key={basis.basisId}>{[pastOf(basis), ...checksOf(basis)].join(' ')}</li>
          ))}
        </ul>
      )}
      {papers.length > 0 && (
        <>
          <h3>{byLaw.papers}</h3>
          <ul className="facts">
            {papers.map(({ number, owner, receivedAt, state }) => (
              <li key={`${number} ${receivedAt}`}>
                {fill(byLaw.paper, { day: day(receivedAt), who: owner, number })} {byLaw.paperState[state]}
              </li>
            ))}
          </ul>
        </>
      )}
      {packages.length > 0 && (
        <>
          <h3>{byLaw.packages}</h3>
          <ul className="facts">
            {packages.map((each) => (
              <li key={`${each.number} ${each.at}`}>{packageSentence(each)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function packageSentence({ number, owner, recipient, at, categories, items }: MyBases['packages'][number]) {
  const said = { day: day(at), owner, number };
  if (recipient === null || items === 0) return fill(byLaw.noPackage, said);
  return fill(byLaw.package, { ...said, who: recipient, what: kindsListed(categories) });
}

function BasisCard({ basis }: { basis: LawBasisEntry }) {
  const { recipient, categories, knowOf, owner, recordedBy } = basis;
  const heading = useId();
  return (
    <article className="card" aria-labelledby={heading}>
      <h3 id={heading}>{recipient.name}</h3>
      <p className="quiet">
        {recipient.title === null ? sharing.everyone : `${recipient.title}, ${recipient.agency}`}
      </p>
      <dl>
        {categories.length > 0 && <Kinds term={sharing.sees} kinds={categories} />}
        {knowOf.length > 0 && <Kinds term={byLaw.knowsOf} kinds={knowOf} />}
        <div>
          <dt>{sharing.why}</dt>
          <dd>{reasonOf(basis)}</dd>
        </div>
        <div>
          <dt>{sharing.until}</dt>
          <dd>{untilOf(basis)}</dd>
        </div>
        <div>
          <dt>{sharing.from}</dt>
          <dd>{owner}</dd>
        </div>
      </dl>
      {checksOf(basis).map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="quiet">{fill(byLaw.ask, { who: recordedBy })}</p>
    </article>
  );
}

function Kinds({ term, kinds }: { term: string; kinds: LawBasisEntry['categories'] }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>
        <ul className="kinds">
          {kinds.map((kind) => (
            <li key={kind}>
              <span>{sentenceCase(kindWords[kind])}</span>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
}

const pastOf = ({ recipient, categories, knowOf }: LawBasisEntry) =>
  fill(byLaw.past, { who: recipient.name, what: kindsListed([...categories, ...knowOf]) });

/** Who agreed to an emergency, and what somebody found who looked at it afterwards. */
function checksOf({ kind, secondedBy, review }: LawBasisEntry): string[] {
  if (kind !== 'emergency') return [];
  return [
    ...(secondedBy === null ? [] : [fill(byLaw.agreed, { who: secondedBy })]),
    review === null
      ? byLaw.looks
      : fill(byLaw.reviewed[review.outcome], { who: review.by, day: day(review.at) }),
  ];
}

/** Which law or which order: "A judge ordered it. The order is JV-26-417." */
function reasonOf({ kind, evidence }: LawBasisEntry): string {
  if (kind !== 'emergency') return fill(byLaw.reason[kind], { number: evidence });
  const nature = (Object.keys(byLaw.natures) as (keyof typeof byLaw.natures)[]).find(
    (each) => each === evidence,
  );
  return nature ? byLaw.natures[nature] : byLaw.reason.emergency;
}

/** An emergency ends within the hour: it says the time. */
const untilOf = ({ kind, endsAt, endsOn }: LawBasisEntry) =>
  kind === 'emergency' ? fill(byLaw.time, { day: day(endsAt), time: time(endsAt) }) : calendarDay(endsOn);
