/** Vector art by its exact name: drawn by Microsoft (Fluent Emoji, MIT), packed beside this file. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Image, loadImage } from '@napi-rs/canvas';
import { packageRoot } from '#kernel/package-root.ts';

const PACK = join(packageRoot, 'src/capabilities/generation/image/painter/subjects/fluent-emoji.json.br');
let pack: Readonly<Record<string, string>> | null = null;

/** Null: there is no such art. */
export async function loadArt(name: string, pixels: number): Promise<Image | null> {
  pack ??= JSON.parse(brotliDecompressSync(readFileSync(PACK)).toString()) as Readonly<Record<string, string>>;
  const body = Object.hasOwn(pack, name) ? pack[name] : undefined;
  if (!body) return null;
  const size = Math.max(16, Math.round(pixels));
  return loadImage(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">${body}</svg>`),
  );
}
