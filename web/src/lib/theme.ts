import { savePreferences, type Theme, usePreferences } from './preferences'

export const THEMES: readonly Theme[] = ['system', 'light', 'dark']

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)')

/** Chooses a theme; `system` follows the operating system from then on. */
export function changeTheme(theme: Theme): void {
  savePreferences({ theme })
  apply()
}

/** Keeps the page in step with the choice and the system; `public/boot.js` did the first paint. */
export function followTheme(): void {
  apply()
  systemIsDark.addEventListener('change', apply)
}

function apply(): void {
  const { theme } = usePreferences.getState()
  const dark = theme === 'dark' || (theme === 'system' && systemIsDark.matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}
