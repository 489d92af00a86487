/** FNV-1a over UTF-16 code units, twice with other offsets: tells lists of lines apart, guards against nothing. */
export function hashOf(lines: readonly string[]): string {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (const line of lines) {
    for (let i = 0; i <= line.length; i++) {
      const unit = i < line.length ? line.charCodeAt(i) : 10;
      a = Math.imul(a ^ unit, 0x01000193);
      b = Math.imul(b ^ unit, 0x01000193) ^ (b >>> 15);
    }
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
