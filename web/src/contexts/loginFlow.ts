import * as authApi from '@/api/auth'
import { PortalError } from '@/lib/errors'
import { generateCodeChallenge, generateCodeVerifier } from '@/lib/pkce'
import type { CallbackResponse } from '@/types/auth'

// The only things of the login that outlive the page: they are worthless without the code
// that comes back from Genesys, and are removed as soon as it has.
const VERIFIER_KEY = 'pkce_verifier'
const STATE_KEY = 'oauth_state'

export interface LoginChoice {
  /** Genesys region id; without it the deployment's default. */
  region?: string | undefined
  /** Path inside the console. */
  returnTo?: string | undefined
}

/** Leaves the page for Genesys' login. */
export async function startLogin(choice: LoginChoice): Promise<void> {
  const codeVerifier = generateCodeVerifier()
  const { authUrl, state } = await authApi.initiateLogin({
    ...choice,
    codeChallenge: await generateCodeChallenge(codeVerifier),
    redirectUri:
      import.meta.env.VITE_GENESYS_OAUTH_REDIRECT_URI ?? `${window.location.origin}/callback`,
  })
  sessionStorage.setItem(VERIFIER_KEY, codeVerifier)
  sessionStorage.setItem(STATE_KEY, state)
  window.location.assign(authUrl)
}

/** Exchanges the code for a session; `INVALID_LOGIN_STATE` when this browser did not ask for it. */
export async function finishLogin(code: string, state: string): Promise<CallbackResponse> {
  const codeVerifier = sessionStorage.getItem(VERIFIER_KEY)
  const expectedState = sessionStorage.getItem(STATE_KEY)
  if (codeVerifier === null || state !== expectedState) {
    throw new PortalError({
      code: 'INVALID_LOGIN_STATE',
      message: 'The login was not started in this browser tab.',
      statusCode: 400,
    })
  }
  forgetLogin()
  return authApi.handleCallback({ code, state, codeVerifier })
}

export function forgetLogin(): void {
  sessionStorage.removeItem(VERIFIER_KEY)
  sessionStorage.removeItem(STATE_KEY)
}
