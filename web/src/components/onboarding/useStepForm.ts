import { useEffect, useRef, useState } from 'react'
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import type { Drafts, StepChange } from '@/hooks/useOnboarding'
import { PortalError } from '@/lib/errors'

interface Options<Values extends FieldValues> {
  drafts: Drafts
  step: number
  section: NonNullable<StepChange['section']>
  /** Never saved while they are typed: half a secret must not replace a whole one. */
  secrets: readonly FieldPath<Values>[]
  fields: readonly FieldPath<Values>[]
  onDone: () => void
}

/** Fields in which "none" is said by `null`. */
const NONE_IS_NULL = ['integrationId', 'flowId']

type TextValues = { readonly [field: string]: string | null }

/**
 * Saves a step's form: drafts while it is filled in, everything on submit. What the service
 * objects to lands beside its field, the rest in `failure`.
 */
export function useStepForm<Values extends FieldValues, Output extends TextValues>(
  form: UseFormReturn<Values, unknown, Output>,
  { drafts, step, section, secrets, fields, onDone }: Options<Values>,
) {
  const [failure, setFailure] = useState<unknown>(null)
  const [isDone, setDone] = useState(false)
  useDrafts(form, secrets, (values) => drafts.change({ step, section, values }))
  // Only after the guard below has heard that nothing can be lost any more.
  const leave = useRef(onDone)
  leave.current = onDone
  useEffect(() => {
    if (isDone) leave.current()
  }, [isDone])

  const { dirtyFields } = form.formState
  const dirty = Object.keys(dirtyFields)
  return {
    failure,
    /** A secret is typed and not stored yet. */
    hasTypedSecret: !isDone && secrets.some((secret) => dirty.includes(secret)),
    /** Checks and stores the step, and shows the next unless something is in the way. */
    complete: async (values: Output) => {
      setFailure(null)
      try {
        await drafts.complete({ step, section, values: sendable(values) })
        setDone(true)
      } catch (error) {
        if (!showBesideFields(form, fields, section, error)) setFailure(error)
      }
    },
  }
}

function useDrafts<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  secrets: readonly string[],
  onChange: (values: TextValues) => void,
) {
  const latest = useRef(onChange)
  latest.current = onChange
  const { subscribe } = form
  const hidden = useRef(secrets)
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values, name }) => {
          if (name === undefined || hidden.current.includes(name)) return
          const shown = Object.entries(values).filter(([field]) => !hidden.current.includes(field))
          latest.current(sendable(Object.fromEntries(shown)))
        },
      }),
    [subscribe],
  )
}

function sendable(values: { readonly [field: string]: unknown }): TextValues {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => {
      if (NONE_IS_NULL.includes(field) && value === '') return [field, null]
      return [field, typeof value === 'string' ? value : null]
    }),
  )
}

function showBesideFields<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  fields: readonly FieldPath<Values>[],
  section: string,
  error: unknown,
): boolean {
  if (!(error instanceof PortalError) || error.fields.length === 0) return false
  const known = error.fields.flatMap(({ field, message }) => {
    const name = fields.find((candidate) => `${section}.${candidate}` === field)
    return name ? [{ name, message }] : []
  })
  for (const [index, { name, message }] of known.entries()) {
    form.setError(name, { type: 'server', message }, { shouldFocus: index === 0 })
  }
  return known.length === error.fields.length
}
