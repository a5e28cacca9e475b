import { LayoutDashboard, type LucideIcon, MessagesSquare } from 'lucide-react'

interface Page {
  path: string
  /** Key of the page's name. */
  label: 'nav.dashboard' | 'nav.conversations'
  icon: LucideIcon
  /** Pressed after `g`. */
  shortcut: string
}

export const PAGES: readonly Page[] = [
  { path: '/dashboard', label: 'nav.dashboard', icon: LayoutDashboard, shortcut: 'd' },
  { path: '/conversations', label: 'nav.conversations', icon: MessagesSquare, shortcut: 'c' },
]

/** The page that an address belongs to. */
export function pageAt(pathname: string): Page | undefined {
  const path = pathname === '/' ? '/dashboard' : pathname
  return PAGES.find((page) => path.startsWith(page.path))
}
