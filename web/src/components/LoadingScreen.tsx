import { Logo } from '@/components/ui/Logo'
import { useI18n } from '@/lib/i18n'

/** Fills the window while the session or a page's code is on its way. */
export function LoadingScreen() {
  const { t } = useI18n()
  return (
    <div role="status" className="grid min-h-dvh place-items-center bg-canvas">
      <Logo className="size-10 animate-pulse" />
      <span className="sr-only">{t('loading')}</span>
    </div>
  )
}
