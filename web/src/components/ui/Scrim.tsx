import { useLayoutEffect } from 'react'

/** Lies between the page and what is open over it, and keeps the page still meanwhile. */
export function Scrim() {
  useLayoutEffect(() => {
    const page = document.documentElement
    if ('scrollLock' in page.dataset) return
    const scrollbarPx = window.innerWidth - page.clientWidth
    page.style.setProperty('--scrollbar', `${scrollbarPx}px`)
    page.dataset.scrollLock = ''
    return () => {
      delete page.dataset.scrollLock
    }
  }, [])
  return <div className="fixed inset-0 z-40 animate-fade bg-scrim" />
}
