import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { loadMessages } from '@/lib/i18n'
import { server } from './server'

beforeAll(async () => {
  server.listen({ onUnhandledRequest: 'error' })
  await Promise.all([loadMessages('public'), loadMessages('console')])
})

afterEach(() => {
  cleanup()
  server.resetHandlers()
  sessionStorage.clear()
  giveCsrfCookie()
})

afterAll(() => server.close())

/** As any answer of the service does. */
function giveCsrfCookie() {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in the test's browser
  document.cookie = 'XSRF-TOKEN=token'
}

giveCsrfCookie()
