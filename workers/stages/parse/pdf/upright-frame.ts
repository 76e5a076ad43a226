import type { Box } from '../../../../schemas/place.ts'
import type { Turns } from './page-content.ts'

/** A page's visible box in PDF user space: y upwards. */
export type UserBox = { left: number; bottom: number; right: number; top: number }

export type Frame = {
  width: number
  height: number
  point(x: number, y: number): [number, number]
  box(x0: number, y0: number, x1: number, y1: number): Box
}

/** The frame (origin top left, y downwards) in which text that reads `direction` quarter turns anticlockwise of user space stands upright. */
export function frameOf(page: UserBox, direction: Turns): Frame {
  const across = page.right - page.left
  const up = page.top - page.bottom
  const point = (x: number, y: number): [number, number] => {
    switch (direction) {
      case 0:
        return [x - page.left, page.top - y]
      case 1:
        return [y - page.bottom, x - page.left]
      case 2:
        return [page.right - x, y - page.bottom]
      case 3:
        return [page.top - y, page.right - x]
    }
  }
  const box = (x0: number, y0: number, x1: number, y1: number): Box => {
    const [ax, ay] = point(x0, y0)
    const [bx, by] = point(x1, y1)
    return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
  }
  return direction % 2 === 0 ? { width: across, height: up, point, box } : { width: up, height: across, point, box }
}
