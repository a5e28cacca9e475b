/**
 * What pages of the console may load and do. The service sends it as a header (its class
 * `SecurityHeaders`; a test compares both); Vite's preview sends it too.
 */
export const CSP_DIRECTIVES = {
  'default-src': ["'self'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  // Positions that scripts compute: menus under their buttons, bars of charts.
  'style-src-attr': ["'unsafe-inline'"],
  // People's portraits are at Genesys.
  'img-src': ["'self'", 'data:', 'https:'],
  // The browser talks to the portal alone, never to Genesys or Meta.
  'connect-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'self'"],
}

export function contentSecurityPolicy(): string {
  return Object.entries(CSP_DIRECTIVES)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ')
}
