import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach, beforeAll } from 'vitest'
import { loadMessages } from '@/lib/i18n'

beforeAll(async () => {
  await Promise.all([loadMessages('public'), loadMessages('console')])
})

afterEach(cleanup)
