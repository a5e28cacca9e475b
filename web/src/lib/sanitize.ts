/** Longest text that the service searches for. */
export const SEARCH_MAX_LENGTH = 100

/**
 * Free text for a search: control characters and repeated blanks become one blank. Nothing else is
 * changed, and nothing is cut: names may hold any sign, and React writes them as text, never as
 * markup. Not for secrets or for what is stored.
 */
export function sanitizeInput(input: string): string {
  return input.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
}
