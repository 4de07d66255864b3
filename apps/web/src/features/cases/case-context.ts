import type { CaseId } from '@accord/kernel';
import { createContext, useContext } from 'react';

/** The case that a page is about, for what stands deep in it. */
export interface AboutCase {
  caseId: CaseId;
  codeName: string;
}

const Context = createContext<AboutCase | null>(null);
export const CaseContext = Context.Provider;

/** Null where a part of a case page stands by itself. */
export const useAboutCase = (): AboutCase | null => useContext(Context);
