import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, useEffect } from 'react'
import {
  createBrowserRouter,
  createRoutesFromElements,
  Outlet,
  Route,
  RouterProvider,
  useRouteError,
} from 'react-router'
import { AccessDenied } from '@/components/auth/AccessDenied'
import { CallbackHandler } from '@/components/auth/CallbackHandler'
import { ConfirmCallback } from '@/components/auth/ConfirmCallback'
import { ProtectedRoute } from '@/components/auth/ProtectedRoute'
import { SessionWarningDialog } from '@/components/auth/SessionWarningDialog'
import { AppLayout } from '@/components/layout/AppLayout'
import { NotFound } from '@/components/NotFound'
import { AuthProvider } from '@/contexts/AuthContext'
import { UIProvider } from '@/contexts/UIContext'
import { lazyPage } from '@/lib/lazyPage'
import { mediaTexts } from '@/lib/messages/media'
import { onboardingTexts } from '@/lib/messages/onboarding'
import { settingsTexts } from '@/lib/messages/settings'
import { usersTexts } from '@/lib/messages/users'
import { prefetchable } from '@/lib/prefetch'
import { queryClient } from '@/lib/queryClient'

const Dashboard = lazyPage(
  prefetchable('/dashboard', async () => {
    return (await import('@/components/dashboard/Dashboard')).Dashboard
  }),
)
const ConversationList = lazyPage(
  prefetchable('/conversations', async () => {
    return (await import('@/components/conversations/ConversationList')).ConversationList
  }),
  mediaTexts,
)
const OnboardingWizard = lazyPage(
  prefetchable('/onboarding', async () => {
    return (await import('@/components/onboarding/OnboardingWizard')).OnboardingWizard
  }),
  onboardingTexts,
)
const SettingsPage = lazyPage(
  prefetchable('/settings', async () => {
    return (await import('@/components/settings/SettingsPage')).SettingsPage
  }),
  settingsTexts,
)
const UsersPage = lazyPage(
  prefetchable('/users', async () => (await import('@/components/users/UsersPage')).UsersPage),
  usersTexts,
)
const loadPalette = async () => (await import('@/components/palette/CommandPalette')).CommandPalette
const CommandPalette = lazyPage(loadPalette)
const Gallery = import.meta.env.DEV ? lazy(() => import('./gallery/Gallery')) : null

const router = createBrowserRouter(
  createRoutesFromElements(
    <Route element={<Frame />} ErrorBoundary={PassError}>
      <Route path="/callback" element={<CallbackHandler />} />
      <Route path="/confirm-callback" element={<ConfirmCallback />} />
      {Gallery ? <Route path="/gallery" element={<Gallery />} /> : null}
      <Route element={<ProtectedRoute />}>
        <Route element={<AppLayout palette={<CommandPalette />} />}>
          <Route index element={<Dashboard />} />
          <Route path="dashboard" element={<Dashboard />} />
          <Route path="conversations" element={<ConversationList />} />
          <Route path="onboarding/:step?" element={<OnboardingWizard />} />
          <Route path="settings" element={<SettingsPage />} />
          <Route path="users" element={<UsersPage />} />
          <Route path="access-denied" element={<AccessDenied />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Route>
    </Route>,
  ),
)

/** Everything behind the login. */
export function Console() {
  // Whoever opens the palette begins to type at once: its code has to be there.
  useEffect(() => void loadPalette().catch(() => undefined), [])
  return (
    <AuthProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </AuthProvider>
  )
}

function Frame() {
  return (
    <UIProvider>
      <Outlet />
      <SessionWarningDialog />
    </UIProvider>
  )
}

/** The router catches what fails below it; our own boundary above it knows what to say. */
function PassError(): never {
  throw useRouteError()
}
