import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from '@/types/schema'
import { genesysSchema } from './genesys'
import { organizationSchema } from './organization'
import { whatsAppSchema } from './whatsApp'

const shared = z
  .object({
    samples: z.array(
      z.object({ section: z.string(), field: z.string(), value: z.string(), ok: z.boolean() }),
    ),
  })
  .parse(
    JSON.parse(
      readFileSync(join(process.cwd(), '..', 'contract', 'rules', 'onboarding.json'), 'utf8'),
    ),
  )

const SCHEMAS: { readonly [section: string]: typeof organizationSchema | z.ZodMiniType<unknown> } =
  {
    organization: organizationSchema,
    genesys: genesysSchema(false),
    whatsapp: whatsAppSchema(false),
  }

/** Of a form that holds nothing but this value: whether that field is among what is wrong. */
function isAllowed(section: string, field: string, value: string): boolean {
  const result = SCHEMAS[section]?.safeParse({ [field]: value })
  return !result?.error?.issues.some(({ path }) => path[0] === field)
}

describe('the rules that form and service share', () => {
  it.each(shared.samples)('$section, $field: $value ($ok)', (sample) => {
    expect(isAllowed(sample.section, sample.field, sample.value)).toBe(sample.ok)
  })
})
