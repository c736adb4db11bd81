import type { Result } from '../../domain/kernel/result.js';

/** Codes by text that prove that somebody holds a phone, for finding a payment. What each answer means is said where they are made (text-messages). */
export interface PhoneCodeSender {
  run(request: { readonly template: 'FIND_PAYMENT'; readonly phone: string; readonly address: string; readonly isWanted: boolean }): Promise<Result<'sent', { readonly code: 'not-a-mobile' | 'unavailable' | 'too-many' }>>;
}
export interface PhoneCodeTrier {
  run(tried: { readonly template: 'FIND_PAYMENT'; readonly phone: string; readonly code: string; readonly address: string }): Promise<'right' | 'wrong' | 'ask-again' | 'too-fast'>;
}
