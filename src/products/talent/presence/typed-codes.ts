/**
 * Codes as people type or scan them, and the hashes under which a phone knows them: a lost phone then holds no list of codes.
 */
import { createHash } from 'node:crypto';
import { projectCodeSpellings } from '../projects/projects.ts';
import type { TeamMember } from './team.ts';

const CINEMA = /^([A-Z]{2}[A-Z]{3})0*(\d+)([MF])$/;

/** Capitals, no spaces, no dashes; the number of a CINEMA code without zeros before it. */
export const typedCode = (text: string): string =>
  text
    .replace(/[\s\p{Pd}]+/gu, '')
    .toUpperCase()
    .replace(CINEMA, '$1$2$3');

/** How a roster names a typed code. */
export const rosterHash = (projectId: number, code: string): string =>
  createHash('sha256')
    .update(`atelier-roster:${projectId}:${typedCode(code)}`)
    .digest('hex')
    .slice(0, 24);

/** Every code a person answers to in this project. */
export const codesOf = (projectId: number, person: Pick<TeamMember, 'code' | 'aliases' | 'projectCode' | 'ordinal'>): readonly string[] => [
  ...new Set([...projectCodeSpellings({ ...person, projectId }), person.code, ...person.aliases].map(typedCode)),
];
