import { type CategoryCode, maskOf } from './categories.ts';

/**
 * A notice that travels with what is disclosed (consent-rules appendix 2). Its words never change under one version:
 * what a reader was told can be proved from the ledger, which keeps code, version and digest.
 */
export interface NoticeText {
  code: NoticeCode;
  version: string;
  /** Where the law asks for it. */
  cite: string;
  /** The kinds that it goes with. */
  kinds: readonly CategoryCode[];
  /** The line that is always in sight. */
  short: string;
  text: string;
  /** SHA-256 of `short`, a line break, and `text`, in hex. A test computes it anew. */
  sha256: string;
}

export const NOTICE_CODES = ['42-CFR-2.32', '34-CFR-99.33', 'VICTIM-SERVICES', 'CAPTA'] as const;
export type NoticeCode = (typeof NOTICE_CODES)[number];

/** The first is prescribed word for word; for the others the law asks for a notice and leaves the words open. */
export const NOTICES: readonly NoticeText[] = [
  {
    code: '42-CFR-2.32',
    version: '2024-04-16',
    cite: '42 CFR 2.32(a)',
    kinds: ['sud-part2', 'sud-counseling-notes'],
    short: '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
    text: 'This record which has been disclosed to you is protected by Federal confidentiality rules (42 CFR part 2). These rules prohibit you from using or disclosing this record, or testimony that describes the information contained in this record, in any civil, criminal, administrative, or legislative proceedings by any Federal, State, or local authority, against the patient, unless authorized by the consent of the patient, except as provided at 42 CFR 2.12(c)(5) or as authorized by a court in accordance with 42 CFR 2.64 or 2.65. In addition, the Federal rules prohibit you from making any other use or disclosure of this record unless at least one of the following applies: (i) Further use or disclosure is expressly permitted by the written consent of the individual whose information is being disclosed in this record or as otherwise permitted by 42 CFR part 2. (ii) You are a covered entity or business associate and have received the record for treatment, payment, or health care operations, or (iii) You have received the record from a covered entity or business associate as permitted by 45 CFR part 164, subparts A and E. A general authorization for the release of medical or other information is NOT sufficient to meet the required elements of written consent to further use or redisclose the record (see 42 CFR 2.31).',
    sha256: '260c2bd8b0021ef9d30ccc67d97110d640335623cd33acad5e91a762e2687658',
  },
  {
    code: '34-CFR-99.33',
    version: '2026-11-22',
    cite: '34 CFR 99.33(d)',
    kinds: ['edu-record'],
    short: 'School records: use them only for the purpose they were shared for.',
    text: 'These education records were disclosed to you for the purpose stated. You and your staff may use them only for that purpose and may not disclose them to anyone else without the written consent of the parent or eligible student, unless 34 CFR 99.31 allows it.',
    sha256: '3a36e437474256ee1baf8e479f420cecaec36c79cd1e91e88dee63fa612f5401',
  },
  {
    code: 'VICTIM-SERVICES',
    version: '2026-11-22',
    cite: '34 USC 12291(b)(2); 28 CFR 94.115; 42 USC 10406(c)(5); 34 USC 11212(b)(7)',
    kinds: ['vsp-record', 'rhy-record'],
    short: 'Shared with a written permission that has an end and can be withdrawn at any time.',
    text: 'Released with the written, time-limited permission of the person served, for the purpose and until the date shown. The person may withdraw it at any time. Do not forward, copy into other systems, or use it for any other purpose.',
    sha256: 'd53e3c5dc85d78c047eff29722f836b89ead41944da5c713b8aee0a1264b1136',
  },
  {
    code: 'CAPTA',
    version: '2026-11-22',
    cite: '42 USC 5106a(b)(2)(B)(viii)-(ix)',
    kinds: ['cw-record', 'cw-reporter'],
    short: 'Child welfare records: use them only to protect this young person.',
    text: 'Confidential child-welfare information. Use only to carry out your responsibility to protect this child. Redisclosure is limited by state and federal law.',
    sha256: '1824703667540e7cd22fed7a89df3d9fd7d2829cee8827e5339f908d079fa66d',
  },
];

/** The notices that go with something of these kinds, in the order of the list. */
export function noticesFor(mask: bigint): NoticeText[] {
  return NOTICES.filter(({ kinds }) => (maskOf(kinds) & mask) !== 0n);
}

/** How the ledger names a notice: `code@version#sha256`. */
export const referenceOfNotice = ({ code, version, sha256 }: NoticeText): string =>
  `${code}@${version}#${sha256}`;
