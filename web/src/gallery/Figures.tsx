import { AreaPlot } from '@/components/ui/AreaPlot'
import { Badge } from '@/components/ui/Badge'
import { BarPlot } from '@/components/ui/BarPlot'
import { CodeBlock } from '@/components/ui/CodeBlock'
import { CopyChip } from '@/components/ui/CopyChip'
import { DescriptionList } from '@/components/ui/DescriptionList'
import { Kbd } from '@/components/ui/Kbd'
import { Logo } from '@/components/ui/Logo'
import { Skeleton } from '@/components/ui/Skeleton'
import { Sparkline } from '@/components/ui/Sparkline'
import { StatusBadge } from '@/components/ui/StatusBadge'
import { Cell, HeaderCell, Table } from '@/components/ui/Table'
import { Time } from '@/components/ui/Time'
import { Waterfall } from '@/components/ui/Waterfall'
import { Shelf } from './Shelf'

const TONES = ['neutral', 'accent', 'success', 'warning', 'error'] as const
const WAMID = 'wamid.HBgLNDkxNTExMjM0NTYVAgARGBI5QTNDQTVCM0Q0Q0Q2RTY3RTcA'
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((text) => ({ key: text, text }))
const INBOUND = { name: 'In', color: 'text-chart-inbound', values: [3, 8, 12, 7, 9, 2, 1] }
const OUTBOUND = { name: 'Out', color: 'text-chart-outbound', values: [2, 9, 10, 8, 6, 2, 0] }
const FAILED = { name: 'Failed', color: 'text-chart-failed', values: [0, 1, 0, 2, 0, 0, 0] }

export function Marks() {
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
      <CopyChip value={WAMID} label="message id" className="max-w-52" />
      <Time at="2026-03-01T12:34:56Z" />
      <Time at={new Date(Date.now() - 300_000).toISOString()} format="relative" />
      <Kbd>K</Kbd>
      <Logo className="size-8" />
      <Skeleton className="h-4 w-32" />
    </Shelf>
  )
}

export function Courses() {
  return (
    <Shelf title="Charts">
      <div className="h-56 w-full sm:w-[calc(50%-0.375rem)]">
        <AreaPlot labels={DAYS} series={[INBOUND, OUTBOUND]} />
      </div>
      <div className="h-56 w-full sm:w-[calc(50%-0.375rem)]">
        <BarPlot labels={DAYS} series={[OUTBOUND, FAILED]} />
      </div>
      <Sparkline values={[3, 4, 2, 8, 6, 9, 12, 7, 10]} />
      <div className="w-full">
        <Waterfall
          label="The way of a message"
          spans={[
            { key: 'a', label: 'Taken in', startMs: 0, durationMs: 4, tone: 'success' },
            { key: 'b', label: 'In the queue', startMs: 4, durationMs: 61, tone: 'neutral' },
            {
              key: 'c',
              label: 'To Genesys Cloud',
              startMs: 65,
              durationMs: 420,
              tone: 'error',
              detail: '503, tried again',
            },
            { key: 'd', label: 'To Genesys Cloud', startMs: 900, durationMs: 310 },
          ]}
        />
      </div>
    </Shelf>
  )
}

export function Tables() {
  return (
    <Shelf title="Tables, facts and code">
      <div className="-mx-5 w-[calc(100%+2.5rem)]">
        <Table caption="Messages">
          <thead>
            <tr>
              <HeaderCell>Contact</HeaderCell>
              <HeaderCell>Status</HeaderCell>
              <HeaderCell className="text-end">Messages</HeaderCell>
            </tr>
          </thead>
          <tbody>
            {TONES.map((tone, index) => (
              <tr key={tone}>
                <Cell>+49 151 000 000 {index}</Cell>
                <Cell>
                  <StatusBadge tone={tone} label={tone} />
                </Cell>
                <Cell className="tabular text-end">{index * 117}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <div className="w-full">
        <DescriptionList
          items={[
            { term: 'Message id', description: <CopyChip value={WAMID} label="message id" /> },
            { term: 'Sent', description: <Time at="2026-03-01T12:34:56Z" /> },
            { term: 'Answer of the partner', description: 'The number is not on WhatsApp.' },
          ]}
        />
      </div>
      <CodeBlock
        label="Request"
        code={JSON.stringify({ messaging_product: 'whatsapp', to: '49151123456' }, null, 2)}
      />
    </Shelf>
  )
}
