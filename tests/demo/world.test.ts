import { ADVISORS, AGENCIES, CARDS, PEOPLE, YOUNG_PEOPLE } from '@accord/api/demo';
import { System } from '@accord/identity';
import { findAvoided, findLong, messagesOf, RULES } from '@accord/ui/check';
import { describe, expect, test } from 'vitest';

// What the demo's data says, as data: who is in it, and how it speaks.

const youth = CARDS.filter((card) => card.app === 'youth');

describe('who is in the made-up county', () => {
  test('at least nine agencies cover every system, and a tribe brings terms of its own', () => {
    expect(AGENCIES.length).toBeGreaterThanOrEqual(9);
    expect([...new Set(AGENCIES.map(({ system }) => system))].toSorted()).toEqual(System.options.toSorted());
    const tribe = AGENCIES.find(({ key }) => key === 'cedar');
    expect(tribe).toMatchObject({ terms: { shareable: expect.arrayContaining(['case-plan']) } });
  });

  test('at least 40 people and 14 young people, each with a case and a code name of their own', () => {
    expect(YOUNG_PEOPLE.length).toBeGreaterThanOrEqual(14);
    expect(PEOPLE.length + ADVISORS.length + YOUNG_PEOPLE.length).toBeGreaterThanOrEqual(40);
    expect(new Set(YOUNG_PEOPLE.map(({ codeName }) => codeName)).size).toBe(YOUNG_PEOPLE.length);
    const names = [...PEOPLE, ...ADVISORS, ...YOUNG_PEOPLE].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  test('they are 13 to 17, and of one the eighteenth birthday is near', () => {
    const ages = [...new Set(YOUNG_PEOPLE.map(({ age }) => age))].toSorted();
    expect(ages).toEqual([13, 14, 15, 16, 17]);
    expect(YOUNG_PEOPLE.filter(({ age, birthdayIn = 150 }) => age === 17 && birthdayIn < 60)).toHaveLength(1);
  });

  test('boys, young people who say they, and languages other than English are among them', () => {
    expect(YOUNG_PEOPLE.filter(({ pronouns }) => pronouns === 'he').length).toBeGreaterThanOrEqual(5);
    expect(YOUNG_PEOPLE.filter(({ pronouns }) => pronouns.includes('they')).length).toBeGreaterThanOrEqual(4);
    const languages = YOUNG_PEOPLE.map(({ language }) => language).join();
    for (const language of ['Spanish', 'Dari', 'Ukrainian', 'Vietnamese', 'Cedar River']) {
      expect(languages).toContain(language);
    }
  });

  test('eleven people or more have a card, in four groups, each with one line of what it shows', () => {
    expect(CARDS.length).toBeGreaterThanOrEqual(11);
    expect([...new Set(CARDS.map(({ group }) => group))]).toEqual(['team', 'consent', 'advisor', 'youth']);
    expect(youth.map(({ key }) => key)).toEqual(['jordan', 'luz']);
    for (const { key, name, title, agency, app } of CARDS.filter((card) => card.agency !== null)) {
      const person = PEOPLE.find((each) => each.key === key);
      expect({ name, title, agency, app }).toEqual({
        name: person?.name,
        title: person?.title,
        agency: AGENCIES.find((each) => each.key === person?.agency)?.name,
        app: 'staff',
      });
    }
  });
});

describe('how it speaks', () => {
  // Pronouns are somebody's own, and so is the title that advisors chose.
  const texts = {
    people: YOUNG_PEOPLE.map(({ pronouns: _, ...rest }) => rest),
    cards: CARDS.map(({ title, sees }) => ({ title: title.replace('Survivor advisor', ''), sees })),
    staff: PEOPLE.map(({ title }) => title),
    terms: AGENCIES.map((agency) => ('terms' in agency ? agency.terms.text : '')),
  };

  test('no text holds a word of the list to avoid, or names harm', () => {
    expect(findAvoided(texts, RULES.en.staff)).toEqual([]);
    const harm =
      /\b(abus|assault|weapon|drug|prison|arrest|violen|trauma|homeless|deport|undocumented|suicid)/i;
    expect(messagesOf(texts).filter(([, text]) => harm.test(text))).toEqual([]);
  });

  test('no sentence has more than 20 words', () => {
    expect(findLong(texts)).toEqual([]);
  });

  test('every phone is a 555-01xx one, and every address an example', () => {
    const all = messagesOf(texts)
      .map(([, text]) => text)
      .join('\n');
    const phones = all.match(/\d{3}-\d{4}/g) ?? [];
    expect(phones.length).toBeGreaterThan(5);
    expect(phones.filter((phone) => !/^555-01\d\d$/.test(phone))).toEqual([]);
    expect((all.match(/\S+@\S+/g) ?? []).filter((address) => !/example\.org\W*$/.test(address))).toEqual([]);
    expect(CARDS.filter(({ email }) => !/@[a-z]+\.example$/.test(email))).toEqual([]);
  });

  test('every case has two goals or more in own words with steps, notes, and what goes well', () => {
    for (const { codeName, goals, notes } of YOUNG_PEOPLE) {
      expect(goals.length, codeName).toBeGreaterThanOrEqual(2);
      for (const { ownWords, steps } of goals) {
        expect(ownWords, codeName).not.toBe('');
        expect(steps.length, codeName).toBeGreaterThanOrEqual(2);
      }
      expect(goals.flatMap(({ steps }) => steps).filter(({ done }) => done).length, codeName).toBeGreaterThan(
        0,
      );
      expect(notes.length, codeName).toBeGreaterThanOrEqual(2);
    }
  });
});
