import type { Result } from '../../domain/kernel/result.js';

interface CodeAsked { readonly template: 'FIND_PAYMENT'; readonly phone: string; readonly address: string; readonly isWanted: boolean }
interface CodeTyped { readonly template: 'FIND_PAYMENT'; readonly phone: string; readonly address: string; readonly code: string; readonly isWanted: boolean }

/** Codes by text that prove that somebody holds a phone, for finding a payment. What each answer means is said where they are made (text-messages). */
export interface PhoneCodeSender {
  run(asked: CodeAsked): Promise<Result<'sent', { readonly code: 'not-a-mobile' | 'unavailable' | 'too-many' }>>;
}

export interface PhoneCodeTrier {
  run(typed: CodeTyped): Promise<'right' | 'wrong' | 'ask-again' | 'too-fast'>;
}
