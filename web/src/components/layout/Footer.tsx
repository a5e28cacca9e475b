import { clsx } from 'clsx'
import { Kbd } from '@/components/ui/Kbd'
import { useUI } from '@/contexts/UIContext'
import { useConnectionState, useHeardAt } from '@/lib/connection'
import { APP_VERSION } from '@/lib/constants'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'
import { CONNECTION_DOTS } from './ConnectionStatus'

/** The status line: how old what is shown may be, in which zone times are given, which version this is. */
export function Footer() {
  const { t } = useI18n()
  const format = useFormat()
  const { openOverlay } = useUI()
  return (
    <footer className="flex flex-wrap items-center gap-x-5 gap-y-1 border-t border-line px-4 py-2.5 text-xs text-ink-subtle sm:px-6 lg:px-8 print:hidden">
      <Freshness />
      <span>{t('footer.zone', { zone: format.timeZone.replaceAll('_', ' ') })}</span>
      <span>{t('footer.version', { version: APP_VERSION })}</span>
      <button
        type="button"
        onClick={() => openOverlay('shortcuts')}
        className="ms-auto hidden min-h-6 items-center gap-2 hover:text-ink md:flex"
      >
        {t('shortcuts.title')} <Kbd>?</Kbd>
      </button>
    </footer>
  )
}

function Freshness() {
  const { t } = useI18n()
  const format = useFormat()
  const state = useConnectionState()
  const heardAt = useHeardAt()
  return (
    <span className="tabular flex items-center gap-2">
      <span aria-hidden className={clsx('size-1.5 rounded-full', CONNECTION_DOTS[state])} />
      {t(`connection.${state}`)}
      {heardAt === null ? null : <span>{t('footer.heard', { time: format.clock(heardAt) })}</span>}
    </span>
  )
}
