import { Kbd } from '@/components/ui/Kbd'
import { useUI } from '@/contexts/UIContext'
import { APP_VERSION } from '@/lib/constants'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'

/** The status line: in which zone times are given, and which version this is. */
export function Footer() {
  const { t } = useI18n()
  const format = useFormat()
  const { openOverlay } = useUI()
  return (
    <footer className="flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-line px-4 py-2.5 text-xs text-ink-subtle sm:px-6 lg:px-8">
      <span>{t('footer.zone', { zone: format.timeZone.replaceAll('_', ' ') })}</span>
      <span>{t('footer.version', { version: APP_VERSION })}</span>
      <button
        type="button"
        onClick={() => openOverlay('shortcuts')}
        className="ms-auto hidden items-center gap-2 hover:text-ink md:flex"
      >
        {t('shortcuts.title')} <Kbd>?</Kbd>
      </button>
    </footer>
  )
}
