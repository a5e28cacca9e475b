import { clsx } from 'clsx'
import { Disclosure } from '@/components/ui/Disclosure'
import type { ShownCheck } from '@/hooks/useConnectivityTest'
import { useI18n } from '@/lib/i18n'
import type { ConnectivityCheck, Fact } from '@/types/onboarding'
import { checkName, skippedText } from './checkNames'
import { StateIcon, type StepState } from './StateIcon'

interface Props {
  check: ShownCheck
}

/** One check: how it stands, how long it took, what was found and what to do. */
export function CheckRow({ check }: Props) {
  const { t } = useI18n()
  const { result } = check
  const state = stateOf(check)
  return (
    <li className="flex gap-3 px-4 py-2.5">
      <StateIcon state={state} label={t(`onboarding.check.state.${state}`)} />
      <div className={clsx('min-w-0 flex-1', check.isEarlier && 'opacity-70')}>
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <p className="text-sm font-medium">{checkName(t, check.id)}</p>
          {result && typeof result.durationMs === 'number' ? (
            <p className="tabular text-xs text-ink-subtle">
              {t('onboarding.check.took', { ms: result.durationMs })}
            </p>
          ) : null}
        </div>
        {result ? <Outcome result={result} /> : null}
      </div>
    </li>
  )
}

function stateOf({ isRunning, result }: ShownCheck): StepState {
  if (isRunning) return 'running'
  return result?.status ?? 'idle'
}

function Outcome({ result }: { result: ConnectivityCheck }) {
  const { t } = useI18n()
  const finding = skippedText(t, result.code) ?? result.finding
  const needsAction = result.status === 'error' || result.status === 'warning'
  return (
    <>
      {finding ? <p className="text-sm text-ink-muted">{finding}</p> : null}
      {result.advice && needsAction ? (
        <p
          className={clsx(
            'mt-1.5 rounded-md px-2.5 py-1.5 text-sm',
            result.status === 'error'
              ? 'bg-error-tint text-error-ink'
              : 'bg-warning-tint text-warning-ink',
          )}
        >
          <span className="font-medium">{t('onboarding.check.advice')}</span> {result.advice}
        </p>
      ) : null}
      {result.facts.length > 0 ? <Details result={result} /> : null}
    </>
  )
}

function Details({ result }: { result: ConnectivityCheck }) {
  const { t } = useI18n()
  return (
    <Disclosure
      summary={<span className="text-xs">{t('onboarding.check.details')}</span>}
      className="mt-1"
    >
      <Facts facts={result.facts} />
      <Disclosure
        summary={<span className="text-xs">{t('onboarding.check.raw')}</span>}
        className="mt-2"
      >
        <pre className="max-h-64 overflow-auto rounded-md bg-sunken p-3 font-mono text-xs whitespace-pre-wrap">
          {JSON.stringify(result, null, 2)}
        </pre>
      </Disclosure>
    </Disclosure>
  )
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-xs">
      {facts.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-ink-subtle">{label}</dt>
          <dd className="font-mono break-all">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
