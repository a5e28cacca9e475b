import { type Contrast, savePreferences, type Theme, usePreferences } from './preferences'

export const THEMES: readonly Theme[] = ['system', 'light', 'dark']
export const CONTRASTS: readonly Contrast[] = ['system', 'more']

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)')
const systemWantsContrast = window.matchMedia('(prefers-contrast: more)')

/** Chooses a theme; `system` follows the operating system from then on. */
export function changeTheme(theme: Theme): void {
  savePreferences({ theme })
  apply()
}

/** Chooses how far colours are apart; `system` follows the operating system from then on. */
export function changeContrast(contrast: Contrast): void {
  savePreferences({ contrast })
  apply()
}

/** Keeps the page in step with the choice and the system; `public/boot.js` did the first paint. */
export function followTheme(): void {
  apply()
  systemIsDark.addEventListener('change', apply)
  systemWantsContrast.addEventListener('change', apply)
}

function apply(): void {
  const { theme, contrast } = usePreferences.getState()
  const { dataset } = document.documentElement
  const isDark = theme === 'dark' || (theme === 'system' && systemIsDark.matches)
  const isHigh = contrast === 'more' || systemWantsContrast.matches
  dataset.theme = isDark ? 'dark' : 'light'
  dataset.contrast = isHigh ? 'more' : 'normal'
}
