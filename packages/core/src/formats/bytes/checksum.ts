import { KeywordError } from '../../errors.js';

/**
 * The checksum inside a model file: SHA-256 over the whole file, in which the 64 hexadecimal digits of the checksum
 * itself count as zeros.
 */

/** SHA-256 of the chunks one after the other, as 64 lower-case hexadecimal digits. */
export type Sha256 = (chunks: readonly Uint8Array[]) => string | Promise<string>;

/** What the header has until the checksum is known. */
export const emptyChecksum = '0'.repeat(64);

/** SHA-256 by Web Crypto, or undefined where there is none: browsers have it on https and localhost only. */
export function webSha256(): Sha256 | undefined {
  const subtle = globalThis.crypto?.subtle;
  if (!subtle) return undefined;
  return async (chunks) => {
    const all = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
    let at = 0;
    for (const chunk of chunks) {
      all.set(chunk, at);
      at += chunk.length;
    }
    const digest = new Uint8Array(await subtle.digest('SHA-256', all));
    return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  };
}

/** Fills in the checksum of a file whose header, the first chunk, holds {@link emptyChecksum}. */
export async function sealChecksum(chunks: readonly Uint8Array[], sha256: Sha256): Promise<void> {
  const digest = await sha256(chunks);
  chunks[0].set(new TextEncoder().encode(digest), checksumPosition(chunks[0], emptyChecksum));
}

/**
 * Compares a file with its checksum. Another program may have written the header again, with blanks or in another order:
 * then what it says is compared as we write it.
 *
 * @param dataStart end of the header in `bytes`
 * @param checksum what the header says
 * @param rewrite the chunks of the same file as we write it, its checksum zeros
 * @throws KeywordError INVALID_MODEL when they differ
 */
export async function verifyChecksum(
  bytes: Uint8Array,
  dataStart: number,
  checksum: string,
  sha256: Sha256,
  rewrite: () => readonly Uint8Array[],
) {
  if (!/^[0-9a-f]{64}$/.test(checksum)) throw noChecksum();
  const header = bytes.slice(0, dataStart);
  const at = checksumPosition(header, checksum);
  if (at >= 0) {
    header.set(new TextEncoder().encode(emptyChecksum), at);
    if ((await sha256([header, bytes.subarray(dataStart)])) === checksum) return;
  }
  const digest = await sha256(rewrite());
  if (digest === checksum) return;
  throw new KeywordError(
    'INVALID_MODEL',
    `The model file is damaged: its SHA-256 is ${digest}, its header says ${checksum}. Fetch or copy it again.`,
  );
}

/**
 * Where the checksum is; −1 where it is not as we write it. Quotes inside JSON strings are escaped, so the pattern can
 * only be a key and its value.
 */
function checksumPosition(header: Uint8Array, checksum: string): number {
  const key = '"checksum":"';
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(header.subarray(8));
  const at = text.indexOf(`${key}${checksum}"`);
  return at < 0 ? -1 : 8 + new TextEncoder().encode(text.slice(0, at)).length + key.length;
}

function noChecksum(): KeywordError {
  return new KeywordError('INVALID_MODEL', 'The model file is damaged: its header holds no checksum.');
}
