/** Word's units: twentieths of a point («dxa») for lengths, half-points for sizes of type. */
const DXA_PER_MM = 1440 / 25.4;

export function dxa(mm: number): number {
  return Math.round(mm * DXA_PER_MM);
}

export function dxaOfPoints(points: number): number {
  return Math.round(points * 20);
}

export function halfPoints(points: number): number {
  return Math.round(points * 2);
}
