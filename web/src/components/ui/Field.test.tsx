import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { Checkbox, Switch } from './Checkbox'
import { Combobox } from './Combobox'
import { Input } from './Input'
import { RadioGroup } from './RadioGroup'
import { SecretInput } from './SecretInput'
import { Select } from './Select'

const ZONES = [
  { value: 'Europe/Madrid', label: 'Madrid', detail: 'UTC+1' },
  { value: 'Europe/Berlin', label: 'Berlin', detail: 'UTC+1' },
  { value: 'America/Bogota', label: 'Bogotá', detail: 'UTC−5' },
]

function ZoneField() {
  const [zone, setZone] = useState('Europe/Madrid')
  return (
    <>
      <Combobox id="zone" label="Zone" options={ZONES} value={zone} onValueChange={setZone} />
      <output>{zone}</output>
    </>
  )
}

describe('a field', () => {
  it('reads out its hint and its error with its name', () => {
    render(<Input id="phone" label="Phone" hint="With country code." error="Too short." />)

    const field = screen.getByRole('textbox', { name: 'Phone' })

    expect(field).toBeInvalid()
    expect(field).toHaveAccessibleDescription('With country code. Too short.')
  })

  it('has nothing to add while all is well', () => {
    render(<Select label="Region" options={ZONES} />)

    expect(screen.getByRole('combobox', { name: 'Region' })).not.toHaveAccessibleDescription()
  })

  it('ties hint and error to a checkbox, a switch and a group of choices', () => {
    render(
      <>
        <Checkbox label="Terms" error="Has to be accepted." />
        <Switch label="Live" hint="In force at once." />
        <RadioGroup label="Kind" error="Choose one." options={ZONES} />
      </>,
    )

    expect(screen.getByRole('checkbox')).toHaveAccessibleDescription('Has to be accepted.')
    expect(screen.getByRole('switch')).toHaveAccessibleDescription('In force at once.')
    expect(screen.getByRole('group', { name: 'Kind' })).toHaveAccessibleDescription('Choose one.')
  })

  it('shows a secret only while asked to', async () => {
    render(<SecretInput id="secret" label="Secret" defaultValue="s3cret" />)
    const field = screen.getByLabelText('Secret')
    expect(field).toHaveAttribute('type', 'password')

    await userEvent.click(screen.getByRole('button', { name: 'Show Secret' }))

    expect(field).toHaveAttribute('type', 'text')
  })
})

describe('a combobox', () => {
  it('finds by any part, and chooses by keyboard alone', async () => {
    render(<ZoneField />)

    await userEvent.tab()
    await userEvent.keyboard('{ArrowDown}')
    await userEvent.keyboard('utc+1 ber')
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'BerlinUTC+1',
    ])
    await userEvent.keyboard('{Enter}')

    expect(screen.getByText('Europe/Berlin')).toBeVisible()
    expect(screen.getByRole('combobox')).toHaveAttribute('aria-expanded', 'false')
  })

  it('says so when nothing matches, and keeps what was chosen on Escape', async () => {
    render(<ZoneField />)

    await userEvent.type(screen.getByRole('combobox'), 'xyz')
    expect(screen.getByText('Nothing matches')).toBeVisible()
    await userEvent.keyboard('{Escape}')

    expect(screen.getByRole('combobox')).toHaveValue('Madrid')
  })
})
