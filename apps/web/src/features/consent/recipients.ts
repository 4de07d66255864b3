import type { Recipient } from '@accord/consent';
import { SYSTEMS, type Colleagues, type System } from '@accord/identity';
import { AgencyId, PostId, StaffId, type Purpose } from '@accord/kernel';

type Agency = Colleagues['agencies'][number];

/** A recipient as a choice field holds it: `staff:<id>`, `post:<post>:<who holds it>` or `agency:<id>`. */
export function recipientKey(recipient: Recipient): string {
  if (recipient.kind === 'agency') return `agency:${recipient.agencyId}`;
  const { staffId, postId } = recipient;
  return postId ? `post:${postId}:${staffId}` : `staff:${staffId}`;
}

export function toRecipient(key: string): Recipient | undefined {
  const [kind, id, holder] = key.split(':');
  if (kind === 'staff') return { kind, staffId: StaffId.parse(id) };
  if (kind === 'post') return { kind: 'staff', staffId: StaffId.parse(holder), postId: PostId.parse(id) };
  if (kind === 'agency') return { kind, agencyId: AgencyId.parse(id) };
  return undefined;
}

/** Who a choice names, as the cards and the receipt call them. */
export interface NamedRecipient {
  name: string;
  /** Null for an agency: whoever works on the case there. */
  title: string | null;
  agency: string;
  /** What they are there, where it is for whoever that is. */
  post: string | null;
  /** What people of that system may use information for. */
  purposes: readonly Purpose[];
  system: System;
  /** What their agency says of sharing. */
  dataTerms: string | null;
}

export function findRecipient(agencies: readonly Agency[], key: string): NamedRecipient | undefined {
  const recipient = toRecipient(key);
  if (!recipient) return undefined;
  for (const agency of agencies) {
    const { system, dataTerms } = agency;
    const common = { agency: agency.name, purposes: SYSTEMS[system], system, dataTerms };
    if (recipient.kind === 'agency' && agency.agencyId === recipient.agencyId) {
      return { name: agency.name, title: null, post: null, ...common };
    }
    const person =
      recipient.kind === 'staff' && agency.staff.find(({ staffId }) => staffId === recipient.staffId);
    if (person && recipient.kind === 'staff') {
      const post = agency.posts.find(({ postId }) => postId === recipient.postId)?.name ?? null;
      return { name: person.name, title: person.title, post, ...common };
    }
  }
  return undefined;
}
