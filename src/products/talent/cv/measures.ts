/** Achievements with figures: « 27 clips », « divisé par 3 », « +40 % », « جائزة ». Dates, phones and years of experience are none. */
import { fold } from '#kernel/text.ts';
import { linesIn, type Section } from './sections.ts';

const PERCENT = /\d+(?:[.,]\d+)?\s?[%٪]/u;
const MONEY =
  /\d[\d\s.,]{0,15}\s?(?:€|\$|£|k€|eur|usd|mad|dh|dhs|fcfa|cfa|xof|xaf|naira|ngn|tnd|dzd|millions?|milliards?|مليون|درهم|دينار)(?![\p{L}])/iu;
const FACTOR = /\b(?:divise\p{L}*|multiplie\p{L}*|double\p{L}*|triple\p{L}*|x\s?\d|doubled|tripled|halved)\b/u;
const AWARD =
  /\b(?:prix|laureat\p{L}*|medaille|trophee|distinction|recompense|award|awarded|winner|prize|medal|major de promotion|جائزه|وسام|ميداليه)/u;
/** A number and what was counted; a year is no number of things. */
const COUNT =
  /(?<![\p{L}\d./-])(?!(?:19|20)\d{2}(?!\d|\s?\d{3}))(\d{1,3}(?:[\s.,]\d{3})+|\d{1,7})\s+(?!an\b|ans\b|annees?\b|years?\b|mois\b|months?\b|سنوات|سنه|عام|janv|fev|mars|avr|mai|juin|juil|aou|sept|oct|nov|dec|jan|feb|apr|may|jun|jul|aug)\p{L}{3,}/u;
const NUMBER_WORDS =
  /(?<![\p{L}])(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|cent|cents|mille|two|three|four|five|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|تسعه|ثلاثون|اربعون|عشرون|خمسون|مئه|الف|عشره|ثمانيه|سبعه|اربعه|ثلاثه)(?:\s+(?:et\s+)?\p{L}+)?\s+(?!an\b|ans\b|annees?\b|years?\b|mois\b|months?\b|سنوات|سنه)\p{L}{3,}/u;

/** Lines that measure something, as written. */
export function measuredIn(sections: readonly Section[]): readonly string[] {
  const lines = linesIn(sections, 'profile', 'experience', 'achievements', 'head').filter(
    (line) => !/@|\d{2}[\s.-]?\d{2}[\s.-]?\d{2}[\s.-]?\d{2}/.test(line),
  );
  return lines.flatMap((line) => line.split(/(?<=[.;!])\s+/u)).filter(isMeasured);
}

function isMeasured(sentence: string): boolean {
  const folded = fold(sentence);
  return (
    [PERCENT, MONEY].some((pattern) => pattern.test(sentence)) ||
    [FACTOR, AWARD, COUNT, NUMBER_WORDS].some((pattern) => pattern.test(folded))
  );
}
