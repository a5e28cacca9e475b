import {
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  MessagesSquare,
  Settings,
  Users,
} from 'lucide-react'
import type { MessageKey } from '@/lib/i18n'

type Group = 'operate' | 'manage'
type Role = 'admin' | 'viewer'

export interface Page {
  path: string
  /** Key of the page's name. */
  label: Extract<MessageKey, `nav.${string}`>
  icon: LucideIcon
  /** Pressed after `g`; each is somebody's only one. */
  shortcut: string
  group: Group
  /** Only administrators have something to do there. */
  isForAdmins?: true
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
  {
    path: '/onboarding',
    label: 'nav.onboarding',
    icon: ListChecks,
    shortcut: 'o',
    group: 'manage',
    isForAdmins: true,
  },
  {
    path: '/settings',
    label: 'nav.settings',
    icon: Settings,
    shortcut: 's',
    group: 'manage',
  },
  {
    path: '/users',
    label: 'nav.users',
    icon: Users,
    shortcut: 'u',
    group: 'manage',
    isForAdmins: true,
  },
]

/** Where a person of this role has something to do. */
export function pagesFor(role: Role): readonly Page[] {
  return PAGES.filter(({ isForAdmins }) => role === 'admin' || !isForAdmins)
}

const GROUPS: readonly Group[] = ['operate', 'manage']

/** The groups that have pages for this role, with them. */
export function pageGroups(role: Role): { group: Group; pages: readonly Page[] }[] {
  return GROUPS.map((group) => ({
    group,
    pages: pagesFor(role).filter((page) => page.group === group),
  })).filter(({ pages }) => pages.length > 0)
}

/** The page that an address belongs to: its own, or one below it. */
export function pageAt(pathname: string): Page | undefined {
  const path = pathname === '/' ? '/dashboard' : pathname
  return PAGES.find((page) => path === page.path || path.startsWith(`${page.path}/`))
}
