import {
  Contrast,
  Keyboard,
  Languages,
  Link2,
  LogOut,
  type LucideIcon,
  SunMoon,
} from 'lucide-react'
import { useUI } from '@/contexts/UIContext'
import { useAuth } from '@/hooks/useAuth'
import { useToast } from '@/hooks/useToast'
import { changeLanguage, isLanguage, LANGUAGES, useI18n } from '@/lib/i18n'
import { usePreferences } from '@/lib/preferences'
import { changeContrast, changeTheme, THEMES } from '@/lib/theme'

interface Action {
  key: string
  icon: LucideIcon
  title: string
  run: () => void
}

/** What the palette can do besides going somewhere. */
export function useActions(): readonly Action[] {
  const { t } = useI18n()
  const { openOverlay } = useUI()
  const { logout } = useAuth()
  const toast = useToast()
  const contrast = usePreferences((preferences) => preferences.contrast)
  const copyLink = async () => {
    await navigator.clipboard.writeText(window.location.href)
    toast.success(t('palette.linkCopied'))
  }
  return [
    { key: 'copy', icon: Link2, title: t('palette.copyLink'), run: () => void copyLink() },
    ...THEMES.map((theme) => ({
      key: `theme-${theme}`,
      icon: SunMoon,
      title: t('palette.theme', { name: t(`theme.${theme}`) }),
      run: () => changeTheme(theme),
    })),
    {
      key: 'contrast',
      icon: Contrast,
      title: t('palette.contrast'),
      run: () => changeContrast(contrast === 'more' ? 'system' : 'more'),
    },
    ...Object.entries(LANGUAGES).map(([code, name]) => ({
      key: `language-${code}`,
      icon: Languages,
      title: t('palette.language', { name }),
      run: () => {
        if (isLanguage(code)) void changeLanguage(code)
      },
    })),
    {
      key: 'shortcuts',
      icon: Keyboard,
      title: t('shortcuts.title'),
      run: () => openOverlay('shortcuts'),
    },
    { key: 'sign-out', icon: LogOut, title: t('user.signOut'), run: () => void logout() },
  ]
}
