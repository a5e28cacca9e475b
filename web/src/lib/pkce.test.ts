import { describe, expect, it } from 'vitest'
import { generateCodeChallenge, generateCodeVerifier } from './pkce'

describe('PKCE', () => {
  it('hashes a verifier as RFC 7636 shows in its appendix B', async () => {
    const challenge = await generateCodeChallenge('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk')

    expect(challenge).toBe('E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
  })

  it('makes another verifier of 43 unreserved characters each time', () => {
    const [one, other] = [generateCodeVerifier(), generateCodeVerifier()]

    expect(one).toMatch(/^[\w-]{43}$/)
    expect(one).not.toBe(other)
  })
})
