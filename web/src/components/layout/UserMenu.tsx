import { Keyboard, LogOut } from 'lucide-react'
import { Badge } from '@/components/ui/Badge'
import { DropdownMenu, MenuChoice, MenuItem, MenuSeparator } from '@/components/ui/DropdownMenu'
import { useUI } from '@/contexts/UIContext'
import { useAuth, useSession } from '@/hooks/useAuth'
import { changeLanguage, isLanguage, LANGUAGES, useI18n } from '@/lib/i18n'
import { usePreferences } from '@/lib/preferences'
import { CONTRASTS, changeContrast, changeTheme, THEMES } from '@/lib/theme'

/** Who is signed in, how the console looks to them, and the way out. */
export function UserMenu() {
  const { t } = useI18n()
  const { user } = useSession()
  const { openOverlay } = useUI()
  const trigger = (
    <button
      type="button"
      aria-label={t('user.menu', { name: user.name })}
      className="grid size-8 place-items-center rounded-full bg-accent-tint text-xs font-semibold text-accent-ink transition-shadow hover:shadow-raised"
    >
      {initials(user.name)}
    </button>
  )
  return (
    <DropdownMenu trigger={trigger}>
      <Identity />
      <MenuSeparator />
      <ThemeChoice />
      <ContrastChoice />
      <LanguageChoice />
      <MenuSeparator />
      <MenuItem onSelect={() => openOverlay('shortcuts')}>
        <Keyboard aria-hidden className="size-4 text-ink-subtle" />
        {t('shortcuts.title')}
      </MenuItem>
      <SignOutItems />
    </DropdownMenu>
  )
}

function Identity() {
  const { t } = useI18n()
  const { user, tenant } = useSession()
  return (
    <div className="px-2.5 py-2">
      <p className="flex items-center justify-between gap-3 text-sm font-medium">
        {user.name}
        <Badge tone={user.role === 'admin' ? 'accent' : 'neutral'}>
          {t(`user.role.${user.role}`)}
        </Badge>
      </p>
      <p className="text-xs text-ink-subtle">{user.email}</p>
      <p className="mt-1 text-xs text-ink-subtle">{tenant.name}</p>
    </div>
  )
}

function ThemeChoice() {
  const { t } = useI18n()
  const theme = usePreferences((preferences) => preferences.theme)
  return (
    <MenuChoice
      label={t('theme.label')}
      value={theme}
      options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
      onValueChange={(value) => {
        const chosen = THEMES.find((candidate) => candidate === value)
        if (chosen) changeTheme(chosen)
      }}
    />
  )
}

function ContrastChoice() {
  const { t } = useI18n()
  const contrast = usePreferences((preferences) => preferences.contrast)
  return (
    <MenuChoice
      label={t('contrast.label')}
      value={contrast}
      options={CONTRASTS.map((value) => ({ value, label: t(`contrast.${value}`) }))}
      onValueChange={(value) => {
        const chosen = CONTRASTS.find((candidate) => candidate === value)
        if (chosen) changeContrast(chosen)
      }}
    />
  )
}

function LanguageChoice() {
  const { t, language } = useI18n()
  return (
    <MenuChoice
      label={t('language.label')}
      value={language}
      options={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
      onValueChange={(code) => {
        if (isLanguage(code)) void changeLanguage(code)
      }}
    />
  )
}

function SignOutItems() {
  const { t } = useI18n()
  const { logout } = useAuth()
  const signOutOfGenesysToo = async () => {
    const genesysLogoutUrl = await logout()
    if (genesysLogoutUrl !== null) window.location.replace(genesysLogoutUrl)
  }
  return (
    <>
      <MenuItem onSelect={() => void logout()}>
        <LogOut aria-hidden className="size-4 text-ink-subtle" />
        {t('user.signOut')}
      </MenuItem>
      <MenuItem onSelect={() => void signOutOfGenesysToo()} className="ps-9">
        {t('user.signOutOfGenesys')}
      </MenuItem>
    </>
  )
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '')
  return [words.at(0), words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.charAt(0).toUpperCase() ?? '')
    .join('')
}
