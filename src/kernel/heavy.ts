/**
 * Packages that weigh as much as everything else together, and that a quiet process never needs: each is read when something of it is
 * first used. At once and not by promise, so that drawing stays plain code.
 */
import { createRequire } from 'node:module';
import type fontkitPackage from 'fontkit';
import type pdfkitPackage from 'pdfkit';
import type sharpPackage from 'sharp';

const require = createRequire(import.meta.url);

function onFirstUse<T>(open: () => T): () => T {
  let opened: T | null = null;
  return () => {
    opened ??= open();
    return opened;
  };
}

export const sharp = onFirstUse(() => {
  const opened = require('sharp') as typeof sharpPackage;
  opened.cache(false); // every picture is another one: keeping the last ones only takes memory
  return opened;
});
export const skia = onFirstUse(() => require('@napi-rs/canvas') as typeof import('@napi-rs/canvas'));
export const pdfkit = onFirstUse(() => require('pdfkit') as typeof pdfkitPackage);
export const fontkit = onFirstUse(() => require('fontkit') as typeof fontkitPackage);
