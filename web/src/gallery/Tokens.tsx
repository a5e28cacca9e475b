import { clsx } from 'clsx'
import { Plus } from 'lucide-react'
import { Button } from '@/components/ui/Button'
import { Shelf } from './Shelf'

const GROUNDS = [
  ['canvas', 'bg-canvas'],
  ['surface', 'bg-surface'],
  ['raised', 'bg-raised'],
  ['sunken', 'bg-sunken'],
  ['hover', 'bg-hover'],
  ['neutral-tint', 'bg-neutral-tint'],
] as const

const FILLS = [
  ['accent', 'bg-accent'],
  ['danger', 'bg-danger'],
  ['success', 'bg-success'],
  ['warning', 'bg-warning'],
  ['error', 'bg-error'],
  ['chart-inbound', 'bg-chart-inbound'],
  ['chart-outbound', 'bg-chart-outbound'],
  ['chart-failed', 'bg-chart-failed'],
] as const

const INKS = [
  ['ink', 'text-ink'],
  ['ink-muted', 'text-ink-muted'],
  ['ink-subtle', 'text-ink-subtle'],
  ['accent-ink', 'text-accent-ink bg-accent-tint'],
  ['success-ink', 'text-success-ink bg-success-tint'],
  ['warning-ink', 'text-warning-ink bg-warning-tint'],
  ['error-ink', 'text-error-ink bg-error-tint'],
] as const

const SIZES = [
  ['2xs · 11/16', 'text-2xs'],
  ['xs · 12/18', 'text-xs'],
  ['sm · 13/20', 'text-sm'],
  ['base · 14/22', 'text-base'],
  ['lg · 16/24', 'text-lg'],
  ['xl · 20/28', 'text-xl'],
  ['2xl · 26/32', 'text-2xl'],
  ['3xl · 36/42', 'text-3xl'],
] as const

export function Colours() {
  return (
    <Shelf title="Colours">
      {[...GROUNDS, ...FILLS].map(([name, fill]) => (
        <span key={name} className="flex items-center gap-2 text-xs">
          <span className={clsx('size-8 rounded-md border border-line-strong', fill)} />
          {name}
        </span>
      ))}
      {INKS.map(([name, ink]) => (
        <span key={name} className={clsx('rounded-md px-2 py-1 text-sm font-medium', ink)}>
          {name}
        </span>
      ))}
    </Shelf>
  )
}

export function Type() {
  return (
    <Shelf title="Type, radius, shadow">
      <div className="w-full space-y-1">
        {SIZES.map(([name, size]) => (
          <p key={name} className={size}>
            Messages between people <span className="text-xs text-ink-subtle">{name}</span>
          </p>
        ))}
      </div>
      {['rounded-sm', 'rounded-md', 'rounded-lg', 'rounded-xl', 'rounded-2xl'].map((radius) => (
        <span
          key={radius}
          className={clsx(
            'grid h-12 w-24 place-items-center border border-line-strong text-xs',
            radius,
          )}
        >
          {radius}
        </span>
      ))}
      {['shadow-card', 'shadow-raised', 'shadow-overlay'].map((shadow) => (
        <span
          key={shadow}
          className={clsx('grid h-12 w-32 place-items-center rounded-lg bg-raised text-xs', shadow)}
        >
          {shadow}
        </span>
      ))}
    </Shelf>
  )
}

export function Buttons() {
  return (
    <Shelf title="Buttons">
      {(['primary', 'secondary', 'danger', 'ghost', 'tint'] as const).map((variant) => (
        <Button key={variant} variant={variant}>
          {variant}
        </Button>
      ))}
      <Button isLoading>Loading</Button>
      <Button variant="secondary" isLoading>
        Loading
      </Button>
      <Button disabled>Disabled</Button>
      <Button variant="secondary" disabled>
        Disabled
      </Button>
      <Button size="sm">Small</Button>
      <Button size="lg">
        <Plus aria-hidden className="size-4" />
        Large
      </Button>
      <Button variant="secondary" size="icon" aria-label="Add">
        <Plus aria-hidden className="size-4" />
      </Button>
    </Shelf>
  )
}
