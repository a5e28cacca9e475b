import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { loadMessages } from '@/lib/i18n'
import type { Area } from '@/lib/messages/catalogue'
import { server } from './server'

/** Every area's loaders: the files of `messages` that are not a language's. */
const AREAS = Object.values(
  import.meta.glob<{ readonly [name: string]: Area<unknown> }>(
    ['../lib/messages/*.ts', '!../lib/messages/*.*.ts', '!../lib/messages/{catalogue,texts}.ts'],
    { eager: true },
  ),
).flatMap((module) => Object.values(module))

// Machines that build many things at once are slow; nothing here waits longer than it has to.
configure({ asyncUtilTimeout: 8_000 })

beforeAll(async () => {
  server.listen({ onUnhandledRequest: 'error' })
  await Promise.all(AREAS.map((area) => loadMessages(area)))
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
