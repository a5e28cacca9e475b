import { act, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { changeLanguage, formatForTenant, useI18n } from './i18n'

afterEach(() => act(() => changeLanguage('en')))

describe('texts', () => {
  it('take in their values', () => {
    const { result } = renderHook(() => useI18n())

    expect(result.current.t('login.regionHint', { host: 'login.example' })).toBe(
      'You log in to Genesys Cloud at login.example.',
    )
  })

  it('choose the plural form of their language', async () => {
    const { result } = renderHook(() => useI18n())

    expect(result.current.t('token.daysLeft', { count: 1 })).toBe('1 day left')
    expect(result.current.t('token.daysLeft', { count: 2 })).toBe('2 days left')

    await act(() => changeLanguage('de'))

    expect(result.current.t('token.daysLeft', { count: 2 })).toBe('noch 2 Tage')
  })

  it('show numbers as the tenant writes them, in whatever language', () => {
    act(() => formatForTenant({ locale: 'de-DE', timeZone: 'Europe/Berlin' }))
    const { result } = renderHook(() => useI18n())

    expect(result.current.t('pagination.page', { number: 1200 })).toBe('Page 1.200')
  })

  it('change together, and the page says so to screen readers', async () => {
    const { result } = renderHook(() => useI18n())

    await act(() => changeLanguage('pt'))

    expect(result.current.t('login.title')).toBe('Entrar')
    expect(result.current.t('nav.conversations')).toBe('Conversas')
    expect(document.documentElement.lang).toBe('pt')
  })
})
