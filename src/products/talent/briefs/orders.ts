/** What a brief insists on, wishes, or does without. */
import { type BriefText, type Finding, oneOf } from './brief-text.ts';
import type { CriterionKind } from './criterion.ts';
import { createPhrases } from './phrases.ts';
import { MUST, MUST_NUMBER, NICE, NOT, WITHOUT } from './words/orders.ts';

type Order = 'must' | 'number' | 'nice' | 'without' | 'not' | 'opening';
interface Marker {
  readonly order: Order;
  readonly at: number;
  readonly until: number;
}

const orders = createPhrases<Order>();
for (const [order, names] of [
  ['must', MUST],
  ['number', MUST_NUMBER],
  ['nice', NICE],
  ['without', WITHOUT],
  ['not', NOT],
] as const)
  orders.addAll(names, order);

const NUMERIC: ReadonlySet<CriterionKind> = new Set(['age', 'height', 'experience']);

/** « مطلوب محاسب » opens a vacancy; after a word it insists. */
const isOpening = ({ words, sentences }: BriefText, { at }: Marker): boolean =>
  /^مطلوب/.test(words[at]?.text ?? '') && (at === 0 || sentences[at - 1] !== sentences[at]);

function markersOf(text: BriefText): Marker[] {
  const found = orders.all(text.words).flatMap(({ found: all, from, to }) => all.map((order) => ({ order, at: from, until: to })));
  // « pas obligatoire », « not required »: no more than a wish.
  return found.map((marker) => {
    if (marker.order !== 'must') return marker;
    if (isOpening(text, marker)) return { ...marker, order: 'opening' };
    const isDenied = found.some(
      ({ order, until }) =>
        (order === 'not' || order === 'without') &&
        until <= marker.at &&
        marker.at - until <= 1 &&
        text.clauses[until - 1] === text.clauses[marker.at],
    );
    return isDenied ? { ...marker, order: 'nice' } : marker;
  });
}

const isWithout = (text: BriefText, { at }: Finding, markers: readonly Marker[]): boolean =>
  markers.some(
    ({ order, until }) =>
      (order === 'without' || order === 'not') &&
      until <= at &&
      at - until <= (order === 'not' ? 1 : 3) &&
      text.clauses[until - 1] === text.clauses[at] &&
      !markers.some((other) => other.order !== 'not' && other.order !== 'without' && other.at >= until && other.at < at),
  );

/** Which clauses a heading such as « Indispensable : » rules: the rest of its line, or the lines under it. */
function headings(text: BriefText, markers: readonly Marker[], findings: readonly Finding[]): ReadonlyMap<number, 'must' | 'nice'> {
  const { words, clauses, sentences } = text;
  const ruled = new Map<number, 'must' | 'nice'>();
  for (const { order, at, until } of markers) {
    if (order !== 'must' && order !== 'nice') continue;
    const clause = clauses[at];
    if (findings.some((one) => clauses[one.at] === clause)) continue;
    const next = clauses.indexOf((clause ?? 0) + 1, until);
    const first = words[next];
    if (next < 0 || first?.mark !== ':') continue;
    const isList = first.line > 0;
    for (let index = next; index < words.length; index += 1) {
      const word = words[index];
      const endsList = isList && index > next && word !== undefined && (word.line > 1 || (word.mark === ':' && word.line > 0));
      if (endsList || (!isList && sentences[index] !== sentences[at])) break;
      ruled.set(clauses[index] ?? -1, order);
    }
  }
  return ruled;
}

const isLiving = oneOf(
  'habiter, résider, vivre, habitant, résidant, résident, basé, située, domicilié, live, living, reside, residing, resident, based, located, be, يسكن, مقيم, السكن, الإقامة, يقيم',
);
/** People may work in a city and live near it: an order must be about the city itself, « obligatoirement à Dakar », « must live in Accra ». */
function isAboutPlace({ text: { words, clauses }, findings }: Reader, { at, until }: Finding, marker: Marker): boolean {
  const isAfter = marker.at >= until;
  const between = isAfter ? words.slice(until, marker.at) : words.slice(marker.until, at);
  if (between.length > 4 || !between.every((word) => word.isStop || isLiving(word))) return false;
  if (isAfter || between.some(isLiving) || words[marker.until - 1]?.text.endsWith('ment')) return true;
  // « React obligatoire à Dakar » insists on what stands before.
  return !findings.some((one) => one.until <= marker.at && marker.at - one.until < 2 && clauses[one.at] === clauses[marker.at]);
}

interface Reader {
  readonly text: BriefText;
  readonly findings: readonly Finding[];
  readonly markers: readonly Marker[];
}
const orderFor = (finding: Finding, { order }: Marker): 'must' | 'nice' | null => {
  if (order === 'must' || order === 'nice') return order;
  const isCounted = NUMERIC.has(finding.kind) || (finding.kind === 'language' && finding.level !== undefined);
  return order === 'number' && isCounted ? 'must' : null;
};

/** The order given in a finding's own clause, the nearest one. */
function ownOrder(reader: Reader, finding: Finding): 'must' | 'nice' | null {
  const { markers } = reader;
  const { clauses } = reader.text;
  const isPlace = finding.kind === 'city' || finding.kind === 'country';
  const near = markers
    .filter((marker) => clauses[marker.at] === clauses[finding.at] && orderFor(finding, marker) !== null)
    .filter((marker) => !isPlace || isAboutPlace(reader, finding, marker))
    .map((marker) => ({ marker, distance: marker.at >= finding.until ? marker.at - finding.until : finding.at - marker.until + 0.5 }))
    .sort((one, other) => one.distance - other.distance);
  return near[0] ? orderFor(finding, near[0].marker) : null;
}

/** « anglais (indispensable) », « équitation, obligatoire »: a clause of its own after what it rules. */
function nextOrder({ text: { clauses, sentences }, markers, findings }: Reader, finding: Finding): 'must' | 'nice' | null {
  const next = (clauses[finding.at] ?? 0) + 1;
  if (findings.some((one) => clauses[one.at] === next)) return null;
  const marker = markers.find((one) => clauses[one.at] === next && sentences[one.at] === sentences[finding.at]);
  return marker ? orderFor(finding, marker) : null;
}

/**
 * An order said once for a list, before it (« must speak English, French and Wolof ») or after it, when its last part is several or the
 * order is in the plural (« anglais, arabe et wolof obligatoires »): « équitation, permis moto indispensable » insists on the last alone.
 */
function isOfList({ text: { clauses, words }, markers, findings }: Reader, finding: Finding, step: 1 | -1): boolean {
  const clause = clauses[finding.at];
  const own = markers.filter((marker) => clauses[marker.at] === clause && orderFor(finding, marker) !== null);
  if (step === -1) return own.some(({ until }) => until <= finding.at);
  const isPlural = own.some(({ at, until }) => at >= finding.until && words[until - 1]?.text.endsWith('s'));
  return isPlural || findings.filter((one) => one.kind === finding.kind && clauses[one.at] === clause).length > 1;
}

function listOrder(reader: Reader, index: number): 'must' | 'nice' | null {
  const { findings, text } = reader;
  const here = findings[index];
  for (const step of [1, -1] as const) {
    for (let at = index + step; ; at += step) {
      const other = findings[at];
      if (!here || !other || other.kind !== here.kind || text.sentences[other.at] !== text.sentences[here.at]) break;
      if (Math.abs((text.clauses[other.at] ?? 0) - (text.clauses[findings[at - step]?.at ?? 0] ?? 0)) > 1) break;
      const order = ownOrder(reader, other);
      if (order && isOfList(reader, other, step)) return order;
      if (order) break;
    }
  }
  return null;
}

/** Findings in the order of the text, without those the brief does without, each must or nice. */
export function applyOrders(text: BriefText, all: readonly Finding[]): (Finding & { readonly must: boolean })[] {
  const markers = markersOf(text);
  const findings = all.filter((finding) => !isWithout(text, finding, markers));
  const reader: Reader = { text, findings, markers };
  const ruled = headings(text, markers, findings);
  return findings.map((finding, index) => {
    const order =
      ownOrder(reader, finding) ?? nextOrder(reader, finding) ?? ruled.get(text.clauses[finding.at] ?? -1) ?? listOrder(reader, index);
    return { ...finding, must: order ? order === 'must' : (finding.must ?? false) };
  });
}
