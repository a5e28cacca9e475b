import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { Pagination, pageNumbers } from './Pagination'

describe('page numbers', () => {
  it.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [9, 9, [1, null, 8, 9]],
  ])('of page %d of %d show both ends and the neighbours', (page, totalPages, numbers) => {
    expect(pageNumbers(page, totalPages)).toEqual(numbers)
  })
})

describe('Pagination', () => {
  it('marks the current page and goes to the others', async () => {
    const chosen: number[] = []
    render(<Pagination page={2} totalPages={3} onPageChange={(page) => chosen.push(page)} />)

    expect(screen.getByRole('button', { name: 'Page 2' })).toHaveAttribute('aria-current', 'page')
    await userEvent.click(screen.getByRole('button', { name: 'Page 3' }))
    await userEvent.click(screen.getByRole('button', { name: 'Previous page' }))

    expect(chosen).toEqual([3, 1])
  })

  it('does not go beyond the last page', () => {
    render(<Pagination page={3} totalPages={3} onPageChange={() => undefined} />)

    expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled()
  })
})
