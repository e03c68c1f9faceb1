/** Runs in every test file, also where files share a process: what the file opened is closed after it. */
import { afterAll } from 'vitest';
import { endFile } from './support.ts';

afterAll(endFile);
