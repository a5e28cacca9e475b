import { createContext, type ReactNode, use, useMemo, useState } from 'react'

/** At most one of these lies over the page. */
export type Overlay = 'navigation' | 'palette' | 'shortcuts'

interface UIContextValue {
  overlay: Overlay | null
  openOverlay: (overlay: Overlay) => void
  closeOverlay: () => void
}

const UIContext = createContext<UIContextValue | null>(null)

interface Props {
  children: ReactNode
}

export function UIProvider({ children }: Props) {
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const value = useMemo(
    () => ({ overlay, openOverlay: setOverlay, closeOverlay: () => setOverlay(null) }),
    [overlay],
  )
  return <UIContext value={value}>{children}</UIContext>
}

export function useUI(): UIContextValue {
  const context = use(UIContext)
  if (context === null) throw new Error('useUI: no UIProvider above (expected: in Console.tsx)')
  return context
}
