import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import { useUI } from '@/contexts/UIContext'
import { savePreferences, usePreferences } from '@/lib/preferences'
import { PAGES } from './navigation'

const SEQUENCE_MS = 1_200

/** Ctrl/Cmd-K, `?`, `[`, and `g` followed by a page's letter. */
export function useGlobalShortcuts(): void {
  const { openOverlay } = useUI()
  const navigate = useNavigate()
  const allowsSingleKeys = usePreferences((preferences) => preferences.singleKeyShortcuts)
  const gPressedAt = useRef(0)

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        openOverlay('palette')
        return
      }
      if (!allowsSingleKeys || isForOthers(event)) return
      if (event.key === '?') openOverlay('shortcuts')
      if (event.key === '[') toggleNavigation()
      if (Date.now() - gPressedAt.current < SEQUENCE_MS) {
        const page = PAGES.find(({ shortcut }) => shortcut === event.key)
        if (page) void navigate(page.path)
      }
      gPressedAt.current = event.key === 'g' ? Date.now() : 0
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [openOverlay, navigate, allowsSingleKeys])
}

function toggleNavigation() {
  const { navigationCollapsed } = usePreferences.getState()
  savePreferences({ navigationCollapsed: !navigationCollapsed })
}

/** Somebody is typing, a dialog is open, or the key belongs to the browser. */
function isForOthers(event: KeyboardEvent): boolean {
  if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return true
  if (document.querySelector('[role="dialog"], [role="menu"]') !== null) return true
  return event.target instanceof Element && event.target.closest('input, textarea, select') !== null
}
