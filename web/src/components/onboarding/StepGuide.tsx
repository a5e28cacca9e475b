import { Disclosure } from '@/components/ui/Disclosure'

interface Props {
  title: string
  /** In order. */
  steps: readonly string[]
}

/** Where to find what a step asks for. */
export function StepGuide({ title, steps }: Props) {
  return (
    <Disclosure summary={title}>
      <ol className="list-decimal space-y-1 ps-4 text-sm text-ink-muted">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Disclosure>
  )
}
