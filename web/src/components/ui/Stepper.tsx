import { clsx } from 'clsx'
import { Check, TriangleAlert } from 'lucide-react'
import { useI18n } from '@/lib/i18n'

type StepState = 'done' | 'current' | 'open' | 'error' | 'locked'

interface Step {
  key: string
  label: string
  state: StepState
}

interface Props {
  /** Of the whole: "Set up". */
  label: string
  steps: readonly Step[]
  /** Steps that are `done`, `open` or in `error` become buttons if this is given. */
  onSelect?: (key: string) => void
}

const CIRCLES = {
  done: 'border-accent bg-accent text-on-accent',
  current: 'border-accent bg-surface text-accent-ink',
  open: 'border-control bg-surface text-ink-muted',
  error: 'border-danger bg-error-tint text-error-ink',
  locked: 'border-line-strong bg-sunken text-ink-subtle',
}

/** Where one is in a sequence of steps; on narrow screens only the current one is named. */
export function Stepper({ label, steps, onSelect }: Props) {
  const { t } = useI18n()
  return (
    <nav aria-label={label}>
      <ol className="flex gap-2 sm:gap-3">
        {steps.map(({ key, label: name, state }, index) => {
          const isPressable = onSelect !== undefined && state !== 'locked' && state !== 'current'
          const content = (
            <>
              <StepCircle state={state} number={index + 1} />
              <span
                className={clsx(
                  'sr-only text-sm whitespace-nowrap md:not-sr-only',
                  state === 'current' ? 'font-semibold' : 'text-ink-muted',
                )}
              >
                {name}
              </span>
              <span className="sr-only">{t(`stepper.${state}`)}</span>
            </>
          )
          return (
            <li
              key={key}
              aria-current={state === 'current' ? 'step' : undefined}
              className="flex items-center gap-2 not-last:flex-1 sm:gap-3"
            >
              {isPressable ? (
                <button
                  type="button"
                  onClick={() => onSelect(key)}
                  className="flex items-center gap-2 rounded-full pe-1.5 hover:text-accent-ink"
                >
                  {content}
                </button>
              ) : (
                <span className="flex items-center gap-2 pe-1.5">{content}</span>
              )}
              {index < steps.length - 1 ? (
                <span
                  aria-hidden
                  className={clsx(
                    'h-px min-w-2 flex-1',
                    state === 'done' ? 'bg-accent' : 'bg-line-strong',
                  )}
                />
              ) : null}
            </li>
          )
        })}
      </ol>
      <p aria-hidden className="mt-2 text-sm font-semibold md:hidden">
        {steps.find(({ state }) => state === 'current')?.label}
      </p>
    </nav>
  )
}

function StepCircle({ state, number }: { state: StepState; number: number }) {
  const Icon = state === 'done' ? Check : TriangleAlert
  return (
    <span
      className={clsx(
        'tabular grid size-7 shrink-0 place-items-center rounded-full border text-xs font-semibold',
        CIRCLES[state],
      )}
    >
      {state === 'done' || state === 'error' ? <Icon aria-hidden className="size-3.5" /> : number}
    </span>
  )
}
