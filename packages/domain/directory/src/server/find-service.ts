import type { ServiceId } from '@accord/kernel';
import type { Availability, Service } from '../contract/index.ts';
import { findRecords, type PhoneNumber, type ServiceRecord } from './directory.queries.ts';
import { hoursInWords } from './hours.ts';
import type { Tx } from './import.queries.ts';

/** A service by its id, withdrawn ones too: a referral that was made before still shows where it went. */
export async function findService(tx: Tx, serviceId: ServiceId): Promise<Service | undefined> {
  const [record] = await findRecords(tx, [serviceId]);
  return record && toService(record);
}

/** The services of `ids` in that order. */
export async function findServices(tx: Tx, ids: readonly ServiceId[]): Promise<Service[]> {
  const byId = new Map((await findRecords(tx, ids)).map((record) => [record.id, record]));
  return ids.flatMap((id) => {
    const record = byId.get(id);
    return record === undefined ? [] : [toService(record)];
  });
}

function toService(record: ServiceRecord): Service {
  const { name, description, fees, applicationProcess, url } = record;
  return {
    serviceId: record.id,
    name,
    description,
    fees,
    applicationProcess,
    url,
    availability: availabilityOf(record),
    organization: {
      name: record.organizationName,
      placeholder: record.placeholder,
      agency: record.agency,
    },
    phones: [...new Set(record.phones.map(inWords))],
    hours: hoursInWords(record.hours),
  };
}

function availabilityOf({ withdrawn, status }: ServiceRecord): Availability {
  if (withdrawn || status === 'inactive' || status === 'defunct') return 'withdrawn';
  return status === 'temporarily closed' ? 'temporarily-closed' : 'listed';
}

function inWords({ number, extension }: PhoneNumber): string {
  return extension === null ? number : `${number} ext. ${extension}`;
}
