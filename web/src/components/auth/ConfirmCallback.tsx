import { useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { announceConfirmation } from '@/lib/confirmationWindow'
import { useI18n } from '@/lib/i18n'

/** Where Genesys sends the confirmation's window back to: says so to the console, and closes. */
export function ConfirmCallback() {
  const { t } = useI18n()
  const [query] = useSearchParams()
  const state = query.get('state')
  const code = query.get('code')

  useEffect(() => {
    if (state !== null) announceConfirmation({ state, code })
    window.close()
  }, [state, code])

  return (
    <main className="grid min-h-dvh place-items-center bg-canvas p-6">
      <p className="max-w-sm text-center text-ink-muted">{t('confirmation.close')}</p>
    </main>
  )
}
