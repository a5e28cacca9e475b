import { Search } from 'lucide-react'
import { useState } from 'react'
import { Checkbox, Switch } from '@/components/ui/Checkbox'
import { Combobox } from '@/components/ui/Combobox'
import { Input } from '@/components/ui/Input'
import { Pagination } from '@/components/ui/Pagination'
import { RadioGroup } from '@/components/ui/RadioGroup'
import { SecretInput } from '@/components/ui/SecretInput'
import { SegmentedControl } from '@/components/ui/SegmentedControl'
import { Select } from '@/components/ui/Select'
import { Textarea } from '@/components/ui/Textarea'
import { Shelf } from './Shelf'

const ZONES = Intl.supportedValuesOf('timeZone').map((value) => ({
  value,
  label: value.replaceAll('_', ' '),
}))
const REGIONS = [
  { value: 'eu', label: 'Europe (Frankfurt)' },
  { value: 'us', label: 'Americas (US East)' },
]
const GRID = 'grid w-full gap-4 sm:grid-cols-2 lg:grid-cols-3'

export function Fields() {
  const [zone, setZone] = useState('Europe/Madrid')
  return (
    <Shelf title="Fields">
      <div className={GRID}>
        <Input
          id="name"
          label="Company name"
          placeholder="Northwind"
          hint="As customers know it."
        />
        <Input
          id="wrong"
          label="Support phone"
          defaultValue="12"
          error="Enter at least 7 digits."
        />
        <Input id="optional" label="App id" mark="optional" />
        <Input id="off" label="Organisation" value="Northwind" disabled readOnly />
        <Input id="read" label="Webhook address" value="https://portal.example/webhook" readOnly />
        <Input
          id="find"
          label="Find"
          type="search"
          leading={<Search aria-hidden className="size-4" />}
        />
        <SecretInput id="secret" label="Client secret" defaultValue="not-a-real-secret" />
        <Select label="Region" options={REGIONS} hint="Where your Genesys organisation lives." />
        <Select label="Plan" options={REGIONS} error="Choose one." />
        <Combobox
          id="zone"
          label="Time zone"
          options={ZONES}
          value={zone}
          onValueChange={setZone}
          hint="Figures and exports count days in it."
        />
        <Combobox
          id="zone-wrong"
          label="Locale"
          options={[]}
          value=""
          onValueChange={setZone}
          placeholder="Choose"
          error="Choose a locale."
        />
        <Textarea id="note" label="Reason" hint="Goes into the audit log." />
      </div>
    </Shelf>
  )
}

export function Switches() {
  const [range, setRange] = useState('week')
  const [page, setPage] = useState(4)
  return (
    <Shelf title="Choices">
      <div className={GRID}>
        <div className="space-y-2">
          <Checkbox label="Notify by e-mail" hint="Once a day at most." defaultChecked />
          <Checkbox label="Accept the terms" error="Has to be accepted." />
          <Checkbox label="Not now" disabled />
        </div>
        <div className="space-y-2">
          <Switch label="Live updates" defaultChecked hint="In force at once." />
          <Switch label="Typing signs" />
          <Switch label="Not now" disabled />
        </div>
        <RadioGroup
          label="Environment"
          defaultValue="production"
          options={[
            { value: 'production', label: 'Production', hint: 'Real customers, real figures.' },
            { value: 'test', label: 'Test', hint: 'Not counted in any figure.' },
          ]}
        />
      </div>
      <SegmentedControl
        label="Range"
        value={range}
        onValueChange={setRange}
        options={[
          { value: 'day', label: 'Day' },
          { value: 'week', label: 'Week' },
          { value: 'month', label: 'Month' },
        ]}
      />
      <Pagination page={page} totalPages={12} onPageChange={setPage} />
    </Shelf>
  )
}
