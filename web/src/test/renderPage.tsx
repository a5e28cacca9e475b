import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { createMemoryRouter, RouterProvider, useLocation } from 'react-router'
import { AuthContext, type AuthContextValue } from '@/contexts/AuthContext'
import { UIProvider } from '@/contexts/UIContext'
import { formatForTenant } from '@/lib/i18n'
import type { AuthSession } from '@/types/auth'
import { sampleSession } from './samples'

interface Options {
  path?: string
  session?: AuthSession
}

/** Shows a part of the console as somebody who is signed in sees it. */
export function renderPage(
  page: ReactNode,
  { path = '/', session = sampleSession() }: Options = {},
) {
  const address = { current: path }
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: 0 } } })
  formatForTenant({ locale: session.tenant.locale, timeZone: session.tenant.timezone })
  const shown = (
    <UIProvider>
      {page}
      <AddressProbe address={address} />
    </UIProvider>
  )
  const router = createMemoryRouter([{ path: '*', element: shown }], { initialEntries: [path] })
  const view = render(
    <AuthContext value={signedIn(session)}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </AuthContext>,
  )
  return { ...view, user: userEvent.setup(), address, queryClient }
}

function AddressProbe({ address }: { address: { current: string } }) {
  const { pathname, search } = useLocation()
  address.current = pathname + search
  return null
}

function signedIn(session: AuthSession): AuthContextValue {
  const refuse = () => Promise.reject(new Error('not part of this test'))
  return {
    state: { status: 'authenticated', session },
    warning: null,
    login: refuse,
    completeLogin: refuse,
    logout: refuse,
    refreshSession: refuse,
    checkSession: refuse,
  }
}
