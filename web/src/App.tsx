import { Suspense } from 'react'
import { ErrorBoundary } from '@/components/ErrorBoundary'
import { LoadingScreen } from '@/components/LoadingScreen'
import { loadMessages } from '@/lib/i18n'
import { lazyPage } from '@/lib/lazyPage'

const LoginPage = lazyPage(async () => (await import('@/components/auth/LoginPage')).LoginPage)
const Console = lazyPage(async () => {
  const [module] = await Promise.all([import('./Console'), loadMessages('console')])
  return module.Console
})

/** Two programs in one: the login page is small and knows nothing of the console. */
export function App() {
  const isLogin = window.location.pathname === '/login'
  return (
    <ErrorBoundary>
      <Suspense fallback={<LoadingScreen />}>{isLogin ? <LoginPage /> : <Console />}</Suspense>
    </ErrorBoundary>
  )
}
