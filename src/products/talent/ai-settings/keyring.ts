/** The keys of one page: of whom they are, where they are kept, and who tries them. */
import type { KeyState } from '#capabilities/generation/generation.ts';
import type { Language, Message } from '#kernel/message.ts';
import type { Flash } from '#kernel/page/flash.ts';
import type { Setting } from '#kernel/settings.ts';
import type { AiPage } from './saving.ts';

/** The acts on a key are below the address of the page, at `/:provider/…`. */
export interface Keyring<P extends string> extends AiPage {
  readonly names: Readonly<Record<P, Message>>;
  readonly settings: Readonly<Record<P, Setting<string | null>>>;
  /** What becomes of the work when a key is gone. */
  readonly afterRemoval: Message;
  /** What else a key is used for. */
  readonly shared: Readonly<Partial<Record<P, Message>>>;
  keyOf(provider: P): Promise<KeyState>;
  /** Asks the provider about the key in use, and answers in words; nothing is charged. */
  tryKey(provider: P, language: Language): Promise<Flash>;
}
