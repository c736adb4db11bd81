import type { NightWindow } from '../../domain/text-messages/night.js';
import type { TextLimit } from '../../domain/text-messages/limits.js';
import type { TextKind } from '../../domain/text-messages/templates.js';
import type { TextSet } from '../../domain/text-messages/text-set.js';

/** What an installation says about its texts. */
export interface TextRules {
  /** `template`: the platform fills its own copy; `free-text`: it gets the whole text. */
  readonly sendAs: 'template' | 'free-text';
  readonly texts: TextSet;
  readonly limits: Readonly<Record<TextKind, readonly TextLimit[]>>;
  readonly askerLimits: readonly TextLimit[];
  readonly night: NightWindow;
  /** For one call to the platform. */
  readonly timeoutMs: number;
  /** As `readMobile` gives them. */
  readonly operatorPhones: readonly string[];
}
