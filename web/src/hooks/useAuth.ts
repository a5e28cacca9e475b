import { use } from 'react'
import { AuthContext, type AuthContextValue } from '@/contexts/AuthContext'
import type { AuthSession } from '@/types/auth'

export function useAuth(): AuthContextValue {
  const context = use(AuthContext)
  if (context === null) throw new Error('useAuth: no AuthProvider above (expected: in App.tsx)')
  return context
}

/** The session, for parts that are only shown with one. */
export function useSession(): AuthSession {
  const { state } = useAuth()
  if (state.status !== 'authenticated') {
    throw new Error(`useSession: ${state.status} (expected: below ProtectedRoute)`)
  }
  return state.session
}
