import type { ReactNode } from 'react'
import { LanguageSelect } from '@/components/layout/LanguageSelect'
import { Logo } from '@/components/ui/Logo'
import { useI18n } from '@/lib/i18n'

interface Props {
  children: ReactNode
}

/** The page around the login form: what this is on one side, the form on the other. */
export function LoginFrame({ children }: Props) {
  const { t } = useI18n()
  return (
    <div className="grid min-h-dvh bg-canvas lg:grid-cols-[minmax(0,1fr)_minmax(0,1.1fr)]">
      <main className="flex flex-col px-6 py-6 sm:px-10">
        <div className="flex items-center justify-between">
          <p className="flex items-center gap-2.5 font-semibold tracking-tight">
            <Logo className="size-7" />
            {t('app.name')}
          </p>
          <LanguageSelect />
        </div>
        <div className="mx-auto flex w-full max-w-sm flex-1 flex-col justify-center gap-6 py-12">
          <div>
            <h1 className="text-2xl font-semibold tracking-tight">{t('login.title')}</h1>
            <p className="mt-1 text-ink-muted">{t('login.lead')}</p>
          </div>
          {children}
        </div>
      </main>
      <Pitch />
    </div>
  )
}

function Pitch() {
  const { t } = useI18n()
  const points = [t('login.pitchLive'), t('login.pitchWatch'), t('login.pitchSafe')]
  return (
    <aside className="relative hidden overflow-hidden bg-primary-950 text-white lg:flex lg:flex-col lg:justify-center">
      <BridgeDrawing />
      <div className="relative max-w-xl px-16">
        <p className="text-3xl font-semibold tracking-tight text-balance">{t('login.pitch')}</p>
        <p className="mt-4 max-w-md text-lg text-primary-200">{t('login.pitchLead')}</p>
        <ul className="mt-10 space-y-3 text-primary-100">
          {points.map((point) => (
            <li key={point} className="flex items-center gap-3">
              <span aria-hidden className="h-px w-6 bg-primary-400" />
              {point}
            </li>
          ))}
        </ul>
      </div>
    </aside>
  )
}

function BridgeDrawing() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 800 1000"
      preserveAspectRatio="xMidYMax slice"
      className="absolute inset-0 size-full"
      fill="none"
    >
      {[120, 190, 260, 330, 400, 470].map((radius) => (
        <circle
          key={radius}
          cx="560"
          cy="960"
          r={radius}
          className="stroke-primary-700"
          strokeOpacity={0.75 - radius / 800}
          strokeWidth="1.5"
        />
      ))}
      <circle cx="90" cy="960" r="5" className="fill-primary-300" />
    </svg>
  )
}
