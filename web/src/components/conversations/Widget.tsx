import { useEffect, useState } from 'react'
import { changeLanguage, formatForTenant, isLanguage, useI18n } from '@/lib/i18n'
import { changeTheme } from '@/lib/theme'
import { askHost, onHostMessage } from '@/lib/widgetHost'
import { Transcript } from './Transcript'

/** The page in the frame: one transcript, once somebody has given it a token. */
export function Widget() {
  const { t } = useI18n()
  const token = useToken()
  return (
    <main className="flex h-dvh flex-col">
      {token === null ? (
        <p role="status" className="m-auto px-5 text-sm text-ink-muted">
          {t('loading')}
        </p>
      ) : (
        <Transcript token={token} />
      )}
    </main>
  )
}

/** From the page around, again and again; or, standing alone, once from the address. */
function useToken(): string | null {
  const [token, setToken] = useState(() =>
    new URLSearchParams(window.location.hash.slice(1)).get('token'),
  )
  useEffect(() => {
    const stop = onHostMessage((message) => {
      setToken(message.token)
      changeTheme(message.theme)
      formatForTenant(message)
      if (isLanguage(message.language)) void changeLanguage(message.language)
    })
    askHost()
    return stop
  }, [])
  return token
}
