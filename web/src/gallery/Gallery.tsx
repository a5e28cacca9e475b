import { Inbox, MessageSquareText } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Badge } from '@/components/ui/Badge'
import { Button } from '@/components/ui/Button'
import { Card, CardHeader } from '@/components/ui/Card'
import { CopyChip } from '@/components/ui/CopyChip'
import { Drawer } from '@/components/ui/Drawer'
import { EmptyState } from '@/components/ui/EmptyState'
import { ErrorState } from '@/components/ui/ErrorState'
import { Input } from '@/components/ui/Input'
import { Kbd } from '@/components/ui/Kbd'
import { Modal } from '@/components/ui/Modal'
import { Notice } from '@/components/ui/Notice'
import { Pagination } from '@/components/ui/Pagination'
import { SegmentedControl } from '@/components/ui/SegmentedControl'
import { Select } from '@/components/ui/Select'
import { Skeleton } from '@/components/ui/Skeleton'
import { Sparkline } from '@/components/ui/Sparkline'
import { StatusBadge } from '@/components/ui/StatusBadge'
import { Tabs } from '@/components/ui/Tabs'
import { Time } from '@/components/ui/Time'
import { Toaster } from '@/components/ui/Toast'
import { useToast } from '@/hooks/useToast'
import { changeTheme, THEMES } from '@/lib/theme'

const TONES = ['neutral', 'accent', 'success', 'warning', 'error'] as const
const NOTICES = ['info', 'success', 'warning', 'error'] as const

/** Every shared part in every look, for those who work on them. Not in the production build. */
export default function Gallery() {
  return (
    <main className="mx-auto max-w-5xl space-y-6 p-8">
      <title>Gallery · Agent Portal</title>
      <div className="flex items-center justify-between">
        <h1 className="text-xl font-semibold tracking-tight">Gallery</h1>
        <div className="flex gap-2">
          {THEMES.map((theme) => (
            <Button key={theme} variant="secondary" size="sm" onClick={() => changeTheme(theme)}>
              {theme}
            </Button>
          ))}
        </div>
      </div>
      <Buttons />
      <Marks />
      <Fields />
      <Overlays />
      <States />
      <Toaster />
    </main>
  )
}

function Shelf({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card>
      <CardHeader title={title} />
      <div className="flex flex-wrap items-center gap-3 px-5 pb-5">{children}</div>
    </Card>
  )
}

function Buttons() {
  return (
    <Shelf title="Buttons">
      {(['primary', 'secondary', 'danger', 'ghost'] as const).map((variant) => (
        <Button key={variant} variant={variant}>
          {variant}
        </Button>
      ))}
      <Button isLoading>Loading</Button>
      <Button disabled>Disabled</Button>
      <Button size="sm">Small</Button>
      <Button size="lg">Large</Button>
    </Shelf>
  )
}

function Marks() {
  return (
    <Shelf title="Marks">
      {TONES.map((tone) => (
        <Badge key={tone} tone={tone}>
          {tone}
        </Badge>
      ))}
      {TONES.map((tone) => (
        <StatusBadge key={tone} tone={tone} label={tone} />
      ))}
      <CopyChip value="8c94b615-22d2-418d-b388-9164ceae0178" label="conversation id" />
      <Time at="2026-03-01T12:34:56Z" />
      <Kbd>K</Kbd>
      <Sparkline values={[3, 4, 2, 8, 6, 9, 12, 7, 10]} />
      <Skeleton className="h-4 w-32" />
    </Shelf>
  )
}

function Fields() {
  const [range, setRange] = useState('week')
  const [page, setPage] = useState(4)
  return (
    <Shelf title="Fields">
      <Input id="plain" label="Name" placeholder="Ann Lee" />
      <Input id="wrong" label="Phone" defaultValue="12" error="At least 7 digits" />
      <Select
        label="Region"
        onValueChange={() => undefined}
        options={[{ value: 'eu', label: 'Europe (Frankfurt)' }]}
      />
      <SegmentedControl
        label="Range"
        value={range}
        onValueChange={setRange}
        options={[
          { value: 'day', label: 'Day' },
          { value: 'week', label: 'Week' },
        ]}
      />
      <Pagination page={page} totalPages={12} onPageChange={setPage} />
    </Shelf>
  )
}

function Overlays() {
  const [open, setOpen] = useState<'modal' | 'drawer' | null>(null)
  const toast = useToast()
  return (
    <Shelf title="Overlays">
      <Button variant="secondary" onClick={() => setOpen('modal')}>
        Modal
      </Button>
      <Button variant="secondary" onClick={() => setOpen('drawer')}>
        Drawer
      </Button>
      {(['success', 'error', 'warning', 'info'] as const).map((type) => (
        <Button key={type} variant="ghost" onClick={() => toast[type](`A note of ${type}`)}>
          {type} toast
        </Button>
      ))}
      <Modal
        isOpen={open === 'modal'}
        onClose={() => setOpen(null)}
        title="Modal"
        description="Text"
      >
        <p className="p-5">Content</p>
      </Modal>
      <Drawer
        isOpen={open === 'drawer'}
        onClose={() => setOpen(null)}
        title="Drawer"
        className="max-w-md"
      >
        <p className="p-5">Content</p>
      </Drawer>
    </Shelf>
  )
}

function States() {
  const empty = <EmptyState icon={Inbox} title="Nothing yet" body="It appears here by itself." />
  const failed = (
    <ErrorState
      title="Not loaded"
      message="Try again."
      requestId="req-1"
      onRetry={() => undefined}
    />
  )
  return (
    <Card>
      <div className="space-y-2 p-5">
        {NOTICES.map((tone) => (
          <Notice key={tone} tone={tone} title={tone}>
            Something to know.
          </Notice>
        ))}
      </div>
      <Tabs
        label="States"
        tabs={[
          { value: 'empty', label: 'Empty', count: '0', content: empty },
          { value: 'failed', label: 'Failed', content: failed },
          {
            value: 'icon',
            label: 'Icon',
            content: <MessageSquareText aria-hidden className="m-5" />,
          },
        ]}
      />
    </Card>
  )
}
