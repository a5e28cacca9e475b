import { LayoutDashboard, type LucideIcon, MessagesSquare } from 'lucide-react'
import type { MessageKey } from '@/lib/i18n'

type Group = 'operate' | 'manage'

export interface Page {
  path: string
  /** Key of the page's name. */
  label: Extract<MessageKey, `nav.${string}`>
  icon: LucideIcon
  /** Pressed after `g`; each is somebody's only one. */
  shortcut: string
  group: Group
}

/** In the order of the side navigation; each page is one line. */
export const PAGES: readonly Page[] = [
  {
    path: '/dashboard',
    label: 'nav.dashboard',
    icon: LayoutDashboard,
    shortcut: 'd',
    group: 'operate',
  },
  {
    path: '/conversations',
    label: 'nav.conversations',
    icon: MessagesSquare,
    shortcut: 'c',
    group: 'operate',
  },
]

const GROUPS: readonly Group[] = ['operate', 'manage']

/** The groups that have pages, with them. */
export function pageGroups(): { group: Group; pages: readonly Page[] }[] {
  return GROUPS.map((group) => ({
    group,
    pages: PAGES.filter((page) => page.group === group),
  })).filter(({ pages }) => pages.length > 0)
}

/** The page that an address belongs to: its own, or one below it. */
export function pageAt(pathname: string): Page | undefined {
  const path = pathname === '/' ? '/dashboard' : pathname
  return PAGES.find((page) => path === page.path || path.startsWith(`${page.path}/`))
}
