import { z } from '@/types/schema'

const MAX_SECRET = 4096
/** Visible ASCII, as it has to travel in a header. */
const VISIBLE = /^[\x21-\x7e]*$/

interface Rule {
  isValid: (value: string) => boolean
  /** Name of what is wrong, see `problemText`. */
  problem: string
  /** Brings what was typed into the form that is kept. */
  normalise?: (value: string) => string
}

/** A text of a form, without the spaces around it. */
export function text({ isValid, problem, normalise = (value) => value }: Rule) {
  return z.string().check(
    z.overwrite((value) => normalise(value.trim())),
    z.refine(isValid, problem),
  )
}

/** One of a few values; a form starts with none of them. */
export function oneOf(values: readonly string[], problem: string) {
  return text({ isValid: (value) => values.includes(value), problem })
}

interface SecretRule {
  minLength: number
  /** Empty is allowed, and means "as it is". */
  isOptional: boolean
  problem: string
}

/** A secret as it is entered. */
export function secret({ minLength, isOptional, problem }: SecretRule) {
  const isWhole = (value: string) =>
    value.length >= minLength && value.length <= MAX_SECRET && VISIBLE.test(value)
  return text({
    isValid: (value) => (value === '' ? isOptional : isWhole(value)),
    problem,
  })
}
