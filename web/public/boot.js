// Sets theme and language before the first paint. A file of its own, because the
// content security policy allows no inline script. Keys: see src/lib/preferences.ts.
;(() => {
  let saved = {}
  try {
    saved = JSON.parse(localStorage.getItem('agent-portal.preferences') ?? '{}')
  } catch {
    // Storage is blocked or holds something else: the defaults apply.
  }
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  const theme = saved.theme === 'light' || saved.theme === 'dark' ? saved.theme : null
  document.documentElement.dataset.theme = theme ?? (dark ? 'dark' : 'light')
  const high = saved.contrast === 'more' || matchMedia('(prefers-contrast: more)').matches
  document.documentElement.dataset.contrast = high ? 'more' : 'normal'
  if (typeof saved.language === 'string') document.documentElement.lang = saved.language
})()
