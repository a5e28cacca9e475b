const PUBLIC_PATHS = ['/login', '/callback']

/** A path inside the console to go on with after login; anything else becomes `/dashboard`. */
export function safeReturnTo(path: string | null | undefined): string {
  if (!path?.startsWith('/') || path.startsWith('//') || path.includes('\\')) return '/dashboard'
  const url = new URL(path, window.location.origin)
  if (url.origin !== window.location.origin || PUBLIC_PATHS.includes(url.pathname))
    return '/dashboard'
  return url.pathname + url.search + url.hash
}

export type LoginReason = 'expired' | 'signed-out'

/** Address of the login page that leads back to `returnTo`. */
export function loginPath(options: { returnTo?: string; reason?: LoginReason }): string {
  const query = new URLSearchParams()
  if (options.returnTo) query.set('returnTo', options.returnTo)
  if (options.reason) query.set('reason', options.reason)
  return query.size > 0 ? `/login?${query}` : '/login'
}
