import type { KeptCode } from '../../../../application/ports/text-books.js';
import type { KeptInbound } from '../../../../domain/text-messages/inbound.js';
import type { TextBlock } from '../../../../domain/text-messages/text-block.js';
import type { TextMessage } from '../../../../domain/text-messages/text-message.js';

/** A message with the number it goes to. */
export interface MemoryText extends TextMessage { readonly phone: string; readonly asker: string | undefined; readonly forgottenAt: number | undefined }
export interface MemoryBlock extends TextBlock { readonly phone: string }
export interface MemoryCode extends KeptCode { readonly phone: string }
export interface MemoryInbound extends KeptInbound { readonly phone: string; readonly saidKey: string }
