import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Modal } from '@/components/ui/Modal'
import { useAuth } from '@/hooks/useAuth'
import { useFormat } from '@/lib/format'
import { useI18n } from '@/lib/i18n'

/** Tells a person in time that their session ends, and lets them stay if it may go on. */
export function SessionWarningDialog() {
  const { t } = useI18n()
  const format = useFormat()
  const { warning, refreshSession, logout, login } = useAuth()
  const [isBusy, setBusy] = useState(false)
  const secondsLeft = useSecondsUntil(warning?.endsAt ?? null)
  if (warning === null) return null

  const isIdle = warning.kind === 'idle'
  const stay = async () => {
    setBusy(true)
    const { pathname, search } = window.location
    await (isIdle ? refreshSession() : login({ returnTo: pathname + search })).finally(() =>
      setBusy(false),
    )
  }
  return (
    <Modal
      isOpen
      onClose={() => void stay()}
      title={t(isIdle ? 'session.idle.title' : 'session.absolute.title')}
      description={t(isIdle ? 'session.idle.body' : 'session.absolute.body', {
        time: format.duration(secondsLeft),
      })}
    >
      <div className="flex justify-end gap-2 px-5 py-4">
        <Button variant="secondary" onClick={() => void logout()}>
          {t('user.signOut')}
        </Button>
        <Button isLoading={isBusy} onClick={() => void stay()}>
          {t(isIdle ? 'session.idle.stay' : 'session.absolute.again')}
        </Button>
      </div>
    </Modal>
  )
}

function useSecondsUntil(endsAt: number | null): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (endsAt === null) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [endsAt])
  return endsAt === null ? 0 : Math.max(0, Math.round((endsAt - now) / 1_000))
}
