import { create } from 'zustand'

export type Theme = 'light' | 'dark' | 'system'
export type Contrast = 'more' | 'system'

interface Preferences {
  theme: Theme
  contrast: Contrast
  /** `null`: as the browser says. */
  language: string | null
  /** Genesys region of the last login. */
  region: string | null
  /** Shortcuts of one key without a modifier (WCAG 2.1.4 wants a switch). */
  singleKeyShortcuts: boolean
  /** The side navigation shows signs alone. */
  navigationCollapsed: boolean
}

const STORAGE_KEY = 'agent-portal.preferences'

const DEFAULTS: Preferences = {
  theme: 'system',
  contrast: 'system',
  language: null,
  region: null,
  singleKeyShortcuts: true,
  navigationCollapsed: false,
}

/** What a person chose in this browser. Never holds anything of the session. */
export const usePreferences = create<Preferences>(() => ({ ...DEFAULTS, ...read() }))

export function savePreferences(change: Partial<Preferences>): void {
  usePreferences.setState(change)
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(usePreferences.getState()))
  } catch {
    // Storage is blocked: the choice holds for this page.
  }
}

function read(): Partial<Preferences> {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}')
    return typeof saved === 'object' && saved !== null ? known(saved) : {}
  } catch {
    return {}
  }
}

function known(saved: object): Partial<Preferences> {
  const result: Partial<Preferences> = {}
  if ('theme' in saved && (saved.theme === 'light' || saved.theme === 'dark')) {
    result.theme = saved.theme
  }
  if ('contrast' in saved && saved.contrast === 'more') result.contrast = 'more'
  if ('language' in saved && typeof saved.language === 'string') result.language = saved.language
  if ('region' in saved && typeof saved.region === 'string') result.region = saved.region
  for (const name of ['singleKeyShortcuts', 'navigationCollapsed'] as const) {
    const value: unknown = Object.entries(saved).find(([key]) => key === name)?.[1]
    if (typeof value === 'boolean') result[name] = value
  }
  return result
}
