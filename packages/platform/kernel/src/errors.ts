import type { Language } from './language.ts';

/**
 * Every error that a person can meet: the sentence they read and the HTTP status.
 * What a caller may not know exists is NOT_FOUND, never a refusal.
 */
export const ERRORS = {
  BAD_INPUT: { status: 400, sentence: 'Some of this needs another look. What you wrote is kept.' },
  SIGN_IN_FIRST: { status: 401, sentence: 'Sign in to go on.' },
  LOCKED: { status: 401, sentence: 'This page is locked. Unlock it to go on.' },
  UNLOCK_FAILED: { status: 401, sentence: 'That password does not match. Try again.' },
  SIGN_IN_FAILED: { status: 401, sentence: 'That email and password do not match. Try again.' },
  NOT_FOUND: { status: 404, sentence: "Nothing here, or it isn't shared with you." },
  CONFLICT: { status: 409, sentence: 'This changed while you were writing. Look at both.' },
  TOO_LARGE: { status: 413, sentence: 'That is too long to save. Shorten it and try again.' },
  TOO_MANY: { status: 429, sentence: 'Too many tries. Wait a while, then try again.' },
  INTERNAL: { status: 500, sentence: 'Something went wrong on our side. Nothing was saved.' },
  UNAVAILABLE: { status: 503, sentence: 'Accord cannot do this right now. Nothing was saved.' },
} as const satisfies Record<string, { status: number; sentence: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** The same sentences in Spanish. No reviewer has read them yet, as the page itself says. */
const IN_SPANISH: Record<ErrorCode, string> = {
  BAD_INPUT: 'Algo de esto necesita otra mirada. Lo que escribió se conserva.',
  SIGN_IN_FIRST: 'Inicie sesión para seguir.',
  LOCKED: 'Esta página está bloqueada. Desbloquéela para seguir.',
  UNLOCK_FAILED: 'Esa contraseña no coincide. Pruebe otra vez.',
  SIGN_IN_FAILED: 'Ese correo y esa contraseña no coinciden. Pruebe otra vez.',
  NOT_FOUND: 'Aquí no hay nada, o no se comparte con usted.',
  CONFLICT: 'Esto cambió mientras usted escribía. Mire las dos versiones.',
  TOO_LARGE: 'Es demasiado largo para guardarlo. Acórtelo y pruebe otra vez.',
  TOO_MANY: 'Demasiados intentos. Espere un rato y pruebe otra vez.',
  INTERNAL: 'Algo falló de nuestro lado. No se guardó nada.',
  UNAVAILABLE: 'Accord no puede hacer esto ahora. No se guardó nada.',
};

/** The sentence of an error in the language of whoever asked. */
export function sentenceOf(code: ErrorCode, language: Language): string {
  return language === 'es' ? IN_SPANISH[code] : ERRORS[code].sentence;
}

/** A field that needs another look, and what would be right. */
export interface FieldIssue {
  /** Path in the input, joined by dots: `steps.0.text`. */
  field: string;
  message: string;
}

export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly fields: readonly FieldIssue[];

  /** @param internal for the operator's log: ids and codes only, never case text. */
  constructor(code: ErrorCode, internal: string, fields: readonly FieldIssue[] = [], options?: ErrorOptions) {
    super(internal, options);
    this.code = code;
    this.fields = fields;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }

  get sentence(): string {
    return ERRORS[this.code].sentence;
  }
}

export function notFound(internal: string): AppError {
  return new AppError('NOT_FOUND', internal);
}

export function badInput(field: string, message: string): AppError {
  return new AppError('BAD_INPUT', `bad input: ${field}`, [{ field, message }]);
}
