import { type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { useFormat } from '@/lib/format'
import { labelStride, niceTicks } from '@/lib/plotGeometry'
import { useElementSize } from '@/lib/useElementSize'
import { PlotTooltip } from './PlotTooltip'

export interface PlotLabel {
  key: string
  text: string
}

export interface Series {
  name: string
  /** A text colour; lines, areas and bars take it over. */
  color: string
  /** One for each label. */
  values: readonly number[]
  /** Drawn behind the others, to compare with: dashed and without ground. */
  isFaint?: boolean
}

/** Where things are inside the plot, in pixels. */
export interface PlotArea {
  /** Middle of the n-th label. */
  x: (index: number) => number
  y: (value: number) => number
  /** Room of one label. */
  stepPx: number
  baseline: number
}

interface Props {
  /** Of the horizontal axis, in order. */
  labels: readonly PlotLabel[]
  series: readonly Series[]
  /** Bars stand on each other, so their sum has to fit. */
  isStacked: boolean
  children: (area: PlotArea, activeIndex: number | null) => ReactNode
}

const LEFT_PX = 44
const RIGHT_PX = 12
const TOP_PX = 8
const BOTTOM_PX = 24
const LABEL_PX = 72

/** Axes, grid and tooltip of a chart; what is drawn in it is the caller's. Fills its parent. */
export function Plot({ labels, series, isStacked, children }: Props) {
  const format = useFormat()
  const frame = useRef<HTMLDivElement>(null)
  const { widthPx, heightPx } = useElementSize(frame)
  const [active, setActive] = useState<number | null>(null)
  const ticks = niceTicks(highestOf(series, isStacked))
  const area = areaOf(widthPx, heightPx, labels.length, ticks.at(-1) ?? 1)
  const stride = labelStride(labels.length, widthPx - LEFT_PX, LABEL_PX)

  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const offset = event.clientX - event.currentTarget.getBoundingClientRect().left - LEFT_PX
    const index = Math.floor(offset / area.stepPx)
    setActive(index >= 0 && index < labels.length ? index : null)
  }
  return (
    <div
      ref={frame}
      className="relative h-full"
      onPointerMove={onPointerMove}
      onPointerLeave={() => setActive(null)}
    >
      {widthPx > 0 ? (
        <svg
          aria-hidden="true"
          width={widthPx}
          height={heightPx}
          className="tabular block text-2xs"
        >
          {ticks.map((tick) => (
            <g key={tick}>
              <line
                x1={LEFT_PX}
                x2={widthPx - RIGHT_PX}
                y1={area.y(tick)}
                y2={area.y(tick)}
                className="stroke-line"
              />
              <text
                x={LEFT_PX - 10}
                y={area.y(tick) + 4}
                textAnchor="end"
                className="fill-ink-subtle"
              >
                {format.number(tick)}
              </text>
            </g>
          ))}
          {labels.map((label, index) =>
            index % stride === 0 ? (
              <text
                key={label.key}
                x={area.x(index)}
                y={heightPx - 6}
                textAnchor="middle"
                className="fill-ink-subtle"
              >
                {label.text}
              </text>
            ) : null,
          )}
          {children(area, active)}
        </svg>
      ) : null}
      {active === null ? null : (
        <PlotTooltip
          label={labels[active]?.text ?? ''}
          rows={series.map(({ name, color, values }) => ({
            name,
            color,
            value: values[active] ?? 0,
          }))}
          x={area.x(active)}
          isRight={area.x(active) > widthPx / 2}
        />
      )}
    </div>
  )
}

function highestOf(series: readonly Series[], isStacked: boolean): number {
  const [first] = series
  if (first === undefined) return 0
  const columns = first.values.map((_, index) => series.map(({ values }) => values[index] ?? 0))
  const heights = columns.map((column) =>
    isStacked ? column.reduce((sum, value) => sum + value, 0) : Math.max(...column),
  )
  return Math.max(0, ...heights)
}

function areaOf(widthPx: number, heightPx: number, count: number, top: number): PlotArea {
  const stepPx = Math.max(0, widthPx - LEFT_PX - RIGHT_PX) / Math.max(count, 1)
  const baseline = heightPx - BOTTOM_PX
  return {
    x: (index) => LEFT_PX + stepPx * (index + 0.5),
    y: (value) => baseline - (value / top) * (baseline - TOP_PX),
    stepPx,
    baseline,
  }
}
