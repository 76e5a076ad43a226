const raised: Record<string, string> = Object.fromEntries([...'0123456789+-−－'].map((digit, at) => [digit, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻'[at] ?? '']))

/** Raised digits stay raised, so that 10⁴吨 never becomes 104吨 nor a note's digit part of a name; other text stays as it is. */
export const superscriptText = (text: string) =>
  /^[\d+\-−－]+$/.test(text) ? [...text].map((sign) => raised[sign] ?? sign).join('') : text
