import {
  type AuthSession,
  type CallbackResponse,
  callbackResponse,
  type LoginInitiateResponse,
  type LoginOptions,
  type LogoutResponse,
  loginInitiateResponse,
  loginOptions,
  logoutResponse,
  sessionResponse,
} from '@/types/auth'
import { get, post, type RequestOptions } from './client'

interface InitiateLogin {
  codeChallenge: string
  redirectUri: string
  region?: string | undefined
  returnTo?: string | undefined
}

interface Callback {
  code: string
  state: string
  codeVerifier: string
}

export function getLoginOptions(): Promise<LoginOptions> {
  return get('/api/auth/options', loginOptions)
}

export function initiateLogin(request: InitiateLogin): Promise<LoginInitiateResponse> {
  return post('/api/auth/login/init', request, loginInitiateResponse)
}

/** The code is good for one call; a second one fails with `INVALID_LOGIN_STATE`. */
export function handleCallback(request: Callback): Promise<CallbackResponse> {
  return post('/api/auth/callback', request, callbackResponse)
}

export async function getCurrentSession(options: RequestOptions = {}): Promise<AuthSession> {
  return (await get('/api/auth/session', sessionResponse, options)).session
}

export async function refreshSession(): Promise<AuthSession> {
  return (await post('/api/auth/refresh', {}, sessionResponse)).session
}

export function logout(): Promise<LogoutResponse> {
  return post('/api/auth/logout', {}, logoutResponse)
}
