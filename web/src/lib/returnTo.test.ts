import { describe, expect, it } from 'vitest'
import { loginPath, safeReturnTo } from './returnTo'

describe('safeReturnTo', () => {
  it('keeps a path of the console with its query', () => {
    expect(safeReturnTo('/conversations?conversation=c-1')).toBe('/conversations?conversation=c-1')
  })

  it.each([
    null,
    '',
    'conversations',
    '//evil.example/path',
    '/\\evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '/login?returnTo=/login',
    '/callback?code=1',
  ])('sends %o to the dashboard', (path) => {
    expect(safeReturnTo(path)).toBe('/dashboard')
  })
})

describe('loginPath', () => {
  it('leads back to where somebody was', () => {
    const query = new URL(
      loginPath({ returnTo: '/conversations?page=2', reason: 'expired' }),
      'http://localhost',
    ).searchParams

    expect(query.get('returnTo')).toBe('/conversations?page=2')
    expect(query.get('reason')).toBe('expired')
  })
})
