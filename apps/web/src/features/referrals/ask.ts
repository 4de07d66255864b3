import type { PreparedReferral } from '@accord/referrals';
import type { ReactNode } from 'react';

/** The link to the form that asks for permission for people of this agency. */
export type AskLink = (agency: NonNullable<PreparedReferral['agency']>, label: string) => ReactNode;
