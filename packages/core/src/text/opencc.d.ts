/** Makes a converter of Traditional Chinese: the module opencc-js/t2cn, which the build copies beside this file's place in dist. */
export function Converter(sets: {
  /** The characters of the text: of Hong Kong or Taiwan. */
  readonly from: 'hk' | 'tw';
  /** Those wanted: OpenCC's own set, or Simplified Chinese. */
  readonly to: 't' | 'cn';
}): (text: string) => string;
