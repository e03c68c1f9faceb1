/**
 * What can be said of a subject, by its kind: sentence frames with slots, general and true of every subject of the kind.
 *
 * A frame is `on screen|what is said`. `{s}` is the subject with its article (`{S}` where a sentence begins), `{a}` who the film is
 * for; `[one|many]` or `[m|f|mp|fp]` agrees with the subject named last; what follows a `~` may be left unsaid.
 * A frame that begins with `=` needs a subject that everybody knows, not « un festival ».
 */
export const KINDS = [
  ...(['ai', 'technology', 'education', 'cinema', 'casting'] as const),
  ...(['event', 'product', 'sale', 'food', 'sport'] as const),
  ...(['place', 'people', 'health', 'nature', 'generic'] as const),
] as const;
export type Kind = (typeof KINDS)[number];

export const ASPECTS = ['hook', 'what', 'now', 'who', 'how', 'example', 'pitfall', 'benefit', 'next'] as const;
export type Aspect = (typeof ASPECTS)[number];

export type Sayings = Readonly<Record<Aspect, readonly string[]>>;

/** What every film does, whatever its subject. */
export interface Turns {
  readonly hook: readonly string[];
  readonly context: readonly string[];
  /** When the prompt says whom the film is for. */
  readonly audience: readonly string[];
  readonly contrast: readonly string[];
  readonly call: readonly string[];
  /** The call of a film of a few seconds. */
  readonly farewell: readonly string[];
  /** Short sentences that may follow any other. */
  readonly breath: readonly string[];
}
