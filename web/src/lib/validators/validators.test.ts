import { describe, expect, it } from 'vitest'
import { genesysSchema } from './genesys'
import { organizationSchema } from './organization'
import { whatsAppSchema } from './whatsApp'

const organization = {
  companyName: 'Northwind',
  contactEmail: 'ada@northwind.example',
  supportPhone: '+44 20 7946 0000',
  region: 'europe',
}
const genesys = {
  clientId: '528c0cf9-286b-40b3-a14c-003c1d754413',
  clientSecret: 'x'.repeat(20),
  region: 'us-east-1',
  environment: 'production',
  integrationId: '',
  flowId: '',
}
const whatsApp = {
  wabaId: '340000000000101',
  phoneNumberId: '340000000000201',
  systemUserToken: 'E'.repeat(100),
  appSecret: '',
  appId: '',
}

describe('step 1', () => {
  it.each([
    ['+44 20 7946 0000', '+442079460000'],
    ['0049 (30) 90-18-20', '+4930901820'],
    ['15550100201', '+15550100201'],
  ])('reads the phone number %s as %s', (typed, expected) => {
    const parsed = organizationSchema.parse({ ...organization, supportPhone: typed })

    expect(parsed.supportPhone).toBe(expected)
  })

  it.each([
    { companyName: ' N ' },
    { companyName: 'N'.repeat(201) },
    { contactEmail: 'ada@northwind' },
    { contactEmail: 'ada lovelace@northwind.example' },
    { supportPhone: '12' },
    { supportPhone: '' },
    { region: '' },
    { region: 'antarctica' },
  ])('refuses %j', (change) => {
    const [field] = Object.keys(change)

    const result = organizationSchema.safeParse({ ...organization, ...change })

    expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field])
  })
})

describe('step 2', () => {
  it.each([{ clientId: 'short' }, { clientId: 'with:a-colon' }, { clientSecret: 'x'.repeat(19) }])(
    'refuses %j',
    (change) => {
      expect(genesysSchema(false).safeParse({ ...genesys, ...change }).success).toBe(false)
    },
  )

  it('needs no secret once one is stored', () => {
    const withoutSecret = { ...genesys, clientSecret: '' }

    expect(genesysSchema(false).safeParse(withoutSecret).success).toBe(false)
    expect(genesysSchema(true).safeParse(withoutSecret).success).toBe(true)
  })
})

describe('step 3', () => {
  it('takes what Meta gives', () => {
    expect(whatsAppSchema(false).safeParse(whatsApp).success).toBe(true)
  })

  it.each([
    { wabaId: '12345' },
    { phoneNumberId: '+1 555 010 0201' },
    { systemUserToken: 'E'.repeat(99) },
    { systemUserToken: `${'E'.repeat(60)} ${'E'.repeat(60)}` },
    { appSecret: 'x'.repeat(19) },
    { appId: 'app' },
  ])('refuses %j', (change) => {
    expect(whatsAppSchema(false).safeParse({ ...whatsApp, ...change }).success).toBe(false)
  })
})
