/** A file of its own, so that browsers with Ed25519 never load it. */
import { verifyAsync } from '@noble/ed25519';

/** Strict as RFC 8032 and as the server's own check. */
export const verifyPlainly = (signature: Uint8Array, signed: Uint8Array, publicKey: Uint8Array): Promise<boolean> =>
  verifyAsync(signature, signed, publicKey, { zip215: false });
