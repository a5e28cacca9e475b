/** How often figures are asked for while live events are not coming. */
export const POLL_INTERVAL_MS = 30_000

export const PAGE_SIZE = 25
export const SEARCH_DEBOUNCE_MS = 300

/** Before the session ends: refresh it, or warn the person who left. */
export const SESSION_LEAD_MS = 5 * 60_000
/** Two refreshes are never closer together than this. */
export const SESSION_FLOOR_MS = 30_000
/** Browsers run a timer of more than 2^31 - 1 ms at once. */
export const LONGEST_TIMER_MS = 2_147_483_647

export const APP_VERSION = '1.0.0'
