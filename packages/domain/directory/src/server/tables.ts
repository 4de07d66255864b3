import { z } from 'zod';
import { may, must, sound, Wrong } from './cell.ts';
import { line, paragraphs } from './text.ts';
import { clock, degrees, email, phoneNumber, sourceId, status, webAddress, weekday } from './values.ts';

/** Something to look at in a row that is taken as it stands. */
interface Note {
  column: string;
  wrong: Wrong;
}

/** One file of the folder: HSDS 2.0 names, the columns this product uses, and how each is read. */
export interface Table<Schema extends z.ZodObject = z.ZodObject> {
  file: string;
  row: Schema;
  /** Checks across columns; the first that fails costs the row. */
  refuse?: (row: z.output<Schema>) => Note | undefined;
  /** Faults that the row is taken with. */
  notes?: (row: z.output<Schema>) => Note[];
}

function table<Schema extends z.ZodObject>(definition: Table<Schema>): Table<Schema> {
  return definition;
}

export const ORGANIZATIONS = table({
  file: 'organizations.csv',
  row: z.object({
    id: must(sourceId),
    name: must(line(300)),
    alternate_name: may(line(300)),
    description: may(paragraphs(20_000)),
    email: may(email),
    url: may(webAddress),
  }),
});

export const SERVICES = table({
  file: 'services.csv',
  row: z.object({
    id: must(sourceId),
    organization_id: must(sourceId),
    name: must(line(300)),
    alternate_name: may(line(300)),
    description: may(paragraphs(20_000)),
    url: may(webAddress),
    email: may(email),
    status: may(status),
    interpretation_services: may(paragraphs(2_000)),
    application_process: may(paragraphs(10_000)),
    wait_time: may(line(500)),
    fees: may(paragraphs(2_000)),
    accreditations: may(paragraphs(2_000)),
    licenses: may(paragraphs(2_000)),
  }),
});

export const LOCATIONS = table({
  file: 'locations.csv',
  row: z.object({
    id: must(sourceId),
    organization_id: may(sourceId),
    name: may(line(300)),
    alternate_name: may(line(300)),
    description: may(paragraphs(20_000)),
    transportation: may(paragraphs(2_000)),
    latitude: may(degrees(90)),
    longitude: may(degrees(180)),
  }),
});

export const PHONES = table({
  file: 'phones.csv',
  row: z.object({
    service_id: sound(sourceId),
    location_id: sound(sourceId),
    organization_id: sound(sourceId),
    number: must(phoneNumber),
    extension: may(line(20)),
    type: may(line(50)),
    language: may(line(100)),
    description: may(paragraphs(2_000)),
  }),
});

export const POSTAL_ADDRESSES = table({
  file: 'postal_addresses.csv',
  row: z.object({
    location_id: sound(sourceId),
    organization_id: sound(sourceId),
    attention: may(line(300)),
    address_1: must(line(500)),
    city: may(line(100)),
    region: may(line(100)),
    state_province: may(line(100)),
    postal_code: may(line(20)),
    country: may(line(100)),
  }),
  notes: (row) => {
    if (row.city !== null) return [];
    return runsTogether(row)
      ? [
          {
            column: 'address_1',
            wrong: new Wrong('lines and city run together', 'the city in the column city'),
          },
        ]
      : [{ column: 'city', wrong: new Wrong('is empty', 'the name of the city') }];
  },
});

/**
 * Whether the line breaks of an address seem lost: a capital or a number follows a word without a space, and
 * the city is nowhere else. It is told and never taken apart, since "LaSalle" looks the same.
 */
export function runsTogether(row: { address_1: string; city: string | null }): boolean {
  return row.city === null && /[\p{Ll}\d.](?=\p{Lu}\p{Ll})|\p{Ll}(?=\d)/u.test(row.address_1);
}

export const REGULAR_SCHEDULES = table({
  file: 'regular_schedules.csv',
  row: z.object({
    service_id: sound(sourceId),
    location_id: sound(sourceId),
    weekday: must(weekday),
    opens_at: sound(clock),
    closes_at: sound(clock),
  }),
  refuse: ({ opens_at: opens, closes_at: closes }) => {
    if (opens === null && closes === null) return undefined;
    if (opens === null)
      return { column: 'opens_at', wrong: new Wrong('is empty', `an opening time before ${closes}`) };
    if (closes === null)
      return { column: 'closes_at', wrong: new Wrong('is empty', `a closing time after ${opens}`) };
    if (opens < closes || isOverNight(opens, closes)) return undefined;
    const wrong = new Wrong(
      `${closes} is not after ${opens}`,
      'a later time on a 24-hour clock: 17:00 for 5 pm',
    );
    return { column: 'closes_at', wrong };
  },
});

/** A night shelter opens in the evening and closes in the morning; anything else backwards is a slip. */
function isOverNight(opens: string, closes: string): boolean {
  return opens >= '17:00' && closes <= '12:00';
}

export type OrganizationRow = z.output<typeof ORGANIZATIONS.row>;
export type ServiceRow = z.output<typeof SERVICES.row>;
export type LocationRow = z.output<typeof LOCATIONS.row>;
export type PhoneRow = z.output<typeof PHONES.row>;
export type PostalAddressRow = z.output<typeof POSTAL_ADDRESSES.row>;
export type RegularScheduleRow = z.output<typeof REGULAR_SCHEDULES.row>;
