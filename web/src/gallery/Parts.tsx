import { Bell, Inbox, Settings } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { ConfirmDialog } from '@/components/ui/ConfirmDialog'
import { Drawer } from '@/components/ui/Drawer'
import { DropdownMenu, MenuChoice, MenuItem, MenuSeparator } from '@/components/ui/DropdownMenu'
import { EmptyState } from '@/components/ui/EmptyState'
import { ErrorState } from '@/components/ui/ErrorState'
import { FilterChips } from '@/components/ui/FilterChips'
import { InfoTip } from '@/components/ui/InfoTip'
import { Modal } from '@/components/ui/Modal'
import { Notice } from '@/components/ui/Notice'
import { Popover } from '@/components/ui/Popover'
import { Progress } from '@/components/ui/Progress'
import { Stepper } from '@/components/ui/Stepper'
import { Tabs } from '@/components/ui/Tabs'
import { Tooltip } from '@/components/ui/Tooltip'
import { useToast } from '@/hooks/useToast'
import { Shelf } from './Shelf'

const NOTICES = ['info', 'success', 'warning', 'error'] as const

export function Steps() {
  return (
    <Shelf title="Progress">
      <div className="w-full space-y-5">
        <Stepper
          label="Set up"
          onSelect={() => undefined}
          steps={[
            { key: 'a', label: 'Organisation', state: 'done' },
            { key: 'b', label: 'Genesys', state: 'error' },
            { key: 'c', label: 'WhatsApp', state: 'current' },
            { key: 'd', label: 'Test', state: 'open' },
            { key: 'e', label: 'Go live', state: 'locked' },
          ]}
        />
        <Progress label="Export" value={42} detail="2,100 of 5,000 rows" />
        <Progress label="Waiting for Genesys Cloud" value={null} />
        <Progress label="Done" value={100} tone="success" />
        <Progress label="Stopped" value={70} tone="error" />
      </div>
    </Shelf>
  )
}

export function Menus() {
  const [filters, setFilters] = useState([
    { key: 'status', name: 'Status', value: 'Failed' },
    { key: 'code', name: 'Error code', value: '131026' },
  ])
  return (
    <>
      <FilterChips
        filters={filters}
        onRemove={(key) => setFilters(filters.filter((filter) => filter.key !== key))}
        onClear={() => setFilters([])}
      />
      <DropdownMenu trigger={<Button variant="secondary">Menu</Button>}>
        <MenuItem>
          <Settings aria-hidden className="size-4 text-ink-subtle" />
          Settings
        </MenuItem>
        <MenuSeparator />
        <MenuChoice
          label="Order"
          value="new"
          onValueChange={() => undefined}
          options={[
            { value: 'new', label: 'Newest first' },
            { value: 'old', label: 'Oldest first' },
          ]}
        />
      </DropdownMenu>
      <Popover label="Notifications" trigger={<Button variant="secondary">Popover</Button>}>
        <p className="p-4 text-sm">Something to read without leaving the page.</p>
      </Popover>
      <InfoTip label="What it counts" content="What this figure counts, in one sentence." />
      <Tooltip content="What this figure counts, in one sentence.">
        <Button variant="ghost" size="icon" aria-label="About the figure">
          <Bell aria-hidden className="size-4" />
        </Button>
      </Tooltip>
    </>
  )
}

export function Overlays() {
  const [open, setOpen] = useState<'modal' | 'confirm' | 'drawer' | null>(null)
  const toast = useToast()
  const close = () => setOpen(null)
  return (
    <Shelf title="Overlays">
      {(['modal', 'confirm', 'drawer'] as const).map((kind) => (
        <Button key={kind} variant="secondary" onClick={() => setOpen(kind)}>
          {kind}
        </Button>
      ))}
      {NOTICES.map((type) => (
        <Button key={type} variant="ghost" onClick={() => toast[type](`A note of ${type}`)}>
          {type} toast
        </Button>
      ))}
      <Button
        variant="ghost"
        onClick={() =>
          toast.info('Filter removed', undefined, { label: 'Undo', run: () => undefined })
        }
      >
        toast with undo
      </Button>
      <Modal isOpen={open === 'modal'} onClose={close} title="Modal" description="A description.">
        <p className="p-5">Content</p>
      </Modal>
      <ConfirmDialog
        isOpen={open === 'confirm'}
        onClose={close}
        onConfirm={close}
        isDangerous
        title="Remove this organisation?"
        description="All of its conversations are deleted. This cannot be undone."
        confirmLabel="Remove"
        phrase="northwind"
      />
      <Drawer isOpen={open === 'drawer'} onClose={close} title="Drawer" className="max-w-md">
        <p className="p-5">Content</p>
      </Drawer>
    </Shelf>
  )
}

export function States() {
  const empty = <EmptyState icon={Inbox} title="Nothing yet" body="It appears here by itself." />
  const failed = (
    <ErrorState
      title="Not loaded"
      message="Agent Portal cannot be reached. Check your connection and try again."
      requestId="8c94b615-22d2-418d-b388-9164ceae0178"
      onRetry={() => undefined}
    />
  )
  return (
    <Card aria-label="States">
      <div className="space-y-2 p-5">
        {NOTICES.map((tone) => (
          <Notice key={tone} tone={tone} title={tone}>
            Something to know.
          </Notice>
        ))}
        <Notice
          tone="warning"
          action={
            <Button variant="secondary" size="sm">
              Replace
            </Button>
          }
        >
          The WhatsApp token ends in 5 days.
        </Notice>
      </div>
      <Tabs
        label="States"
        tabs={[
          { value: 'empty', label: 'Empty', count: '0', content: empty },
          { value: 'failed', label: 'Failed', content: failed },
        ]}
      />
    </Card>
  )
}
