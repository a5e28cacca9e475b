import { Suspense } from 'react'
import { ErrorBoundary } from '@/components/ErrorBoundary'
import { LoadingScreen } from '@/components/LoadingScreen'
import { lazyPage } from '@/lib/lazyPage'
import { consoleTexts } from '@/lib/messages/console'

const LoginPage = lazyPage(async () => (await import('@/components/auth/LoginPage')).LoginPage)
const Console = lazyPage(async () => (await import('./Console')).Console, consoleTexts)

/** Two programs in one: the login page is small and knows nothing of the console. */
export function App() {
  const isLogin = window.location.pathname === '/login'
  return (
    <ErrorBoundary>
      <Suspense fallback={<LoadingScreen />}>{isLogin ? <LoginPage /> : <Console />}</Suspense>
    </ErrorBoundary>
  )
}
