import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CSP_DIRECTIVES, contentSecurityPolicy } from './security'

const HEADERS = '../service/src/main/java/io/agentportal/platform/http/SecurityHeaders.java'

describe('the content security policy', () => {
  it('is the one that the service sends', () => {
    const source = readFileSync(HEADERS, 'utf8')
    const [, joined = ''] =
      /CONTENT_SECURITY_POLICY =\s+String\.join\(\s*"; ",([^;]+)\);/.exec(source) ?? []
    const sent = [...joined.matchAll(/"([^"]+)"/g)].map(([, directive]) => directive)

    expect(sent.join('; ')).toBe(contentSecurityPolicy())
  })

  it('lets no inline code run, and none from elsewhere', () => {
    expect(CSP_DIRECTIVES['script-src']).toEqual(["'self'"])
    expect(CSP_DIRECTIVES['object-src']).toEqual(["'none'"])
  })

  it('is kept by the page itself: no inline script, no inline style', () => {
    const page = readFileSync('index.html', 'utf8')

    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/)
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/)
  })
})
