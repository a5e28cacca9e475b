import { LeaveFor } from '@/components/LeaveFor'
import { LoadingScreen } from '@/components/LoadingScreen'
import { Button } from '@/components/ui/Button'
import { Notice } from '@/components/ui/Notice'
import { useLogin, useLoginOptions, useSignedIn } from '@/hooks/useLogin'
import { useI18n } from '@/lib/i18n'
import { savePreferences, usePreferences } from '@/lib/preferences'
import { safeReturnTo } from '@/lib/returnTo'
import { toUserMessage } from '@/lib/userMessage'
import { LoginFrame } from './LoginFrame'
import { RegionPicker } from './RegionPicker'

/** Signs a person in through Genesys Cloud, in the region they choose. */
export function LoginPage() {
  const isSignedIn = useSignedIn()
  const query = new URLSearchParams(window.location.search)
  const returnTo = safeReturnTo(query.get('returnTo'))
  if (isSignedIn === undefined) return <LoadingScreen />
  if (isSignedIn) return <LeaveFor path={returnTo} />
  return (
    <LoginFrame>
      <LoginNotice reason={query.get('reason')} />
      <LoginForm returnTo={returnTo} />
    </LoginFrame>
  )
}

function LoginNotice({ reason }: { reason: string | null }) {
  const { t } = useI18n()
  if (reason === 'expired') return <Notice tone="info">{t('login.expired')}</Notice>
  if (reason === 'signed-out') return <Notice tone="success">{t('login.signedOut')}</Notice>
  return null
}

function LoginForm({ returnTo }: { returnTo: string }) {
  const { t } = useI18n()
  const savedRegion = usePreferences((preferences) => preferences.region)
  const [options, retryOptions] = useLoginOptions()
  const { login, isLeaving, error } = useLogin()
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault()
        void login({ region: savedRegion ?? undefined, returnTo })
      }}
    >
      <RegionPicker
        options={options}
        selected={savedRegion}
        onSelect={(region) => savePreferences({ region })}
        onRetry={retryOptions}
      />
      {error === null ? null : <Notice tone="error">{toUserMessage(error, t)}</Notice>}
      <Button type="submit" size="lg" isLoading={isLeaving} className="w-full">
        {t(isLeaving ? 'login.redirecting' : 'login.submit')}
      </Button>
    </form>
  )
}
